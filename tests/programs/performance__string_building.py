# Strings are immutable: what += and join leave behind.
# needs: builtins
import sys

s = ""
ids = set()
for i in range(5):
    s += str(i)
print(s, len(s))
parts = [str(i) for i in range(5)]
print("".join(parts), sys.getsizeof("".join(parts)) == sys.getsizeof(s))
a = "abc"
b = a
a += "d"
print(a, b, a is b)
t = ("x",) * 3
print(t[0] is t[2], "%s-%s" % t[:2], "{}{}".format(*t[:2]), f"{t[0]!r:>5}|")
text = "spam and eggs"
print(text.replace("spam", "spam") is text, text.strip() is text, text.split()[0] is "spam", text.partition(" ")[0])
print("ab" "cd" is "abcd", sys.intern("dyn" + str(1)) is sys.intern("dyn1"))
lines = """one
two
three""".splitlines()
print(lines, [len(l) for l in lines], max(lines, key=len), sorted(lines, key=str.lower, reverse=True))
print(sys.getsizeof("a" * 1000) - sys.getsizeof(""), sys.getsizeof("é" * 1000) - sys.getsizeof("é") + 1)
chars = {c: text.count(c) for c in sorted(set(text))}
print(chars)
print("x" in text, text.find("and"), text.index("eggs"), text[::-1], text.title(), text.zfill(15), text.center(17, "*"))

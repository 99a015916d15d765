# Which equal objects are one object: small ints, interned strings, constants, empty things.
# needs: sys.intern
import sys

a, b = 256, 256
print(a is b)
a, b = int("257"), int("257")
print(a is b, int("-5") is int("-5"), int("-6") is int("-6"), 2**8 is 2**8 if False else int("256") is int("256"))
x = 1000
y = 1000
print(x is y, "constants of one module")


def f():
    return 1000


print(f() is x, f() is f())
s, t = "hello", "hello"
print(s is t, "".join(["hel", "lo"]) is s, sys.intern("".join(["hel", "lo"])) is s)
s, t = "hello world!", "hello world!"
print(s is t, "a" * 20 is "a" * 20 if False else ("a" * 20) is ("aaaaaaaaaaaaaaaaaaaa"))
w = "wor"
print("hello" + w == "hellowor", ("hello" + w) is ("hello" + w), sys.intern("hello" + w) is sys.intern("hello" + w))
print(str(12) is str(12), "abc"[0] is "a", "abc"[:1] is chr(97), "é"[0] is chr(233), "中"[0] is "中"[0])
print("" is str(), "abc"[5:] is "", () is tuple(), tuple([]) is (), b"" is bytes(), (1, 2) is (1, 2))
print(tuple(s for s in "ab") is tuple("ab"), tuple((1, 2)) is tuple((1, 2)))
t1 = (1, 2)
print(tuple(t1) is t1, t1[:] is t1, t1 * 1 is t1, t1 + () is t1, () + t1 is t1, str(s) is s, s[:] is s, s * 1 is s, s + "" is s, "" + s is s)
print(int(x) is x, float(1.5) is 1.5, bool(1) is True, not [] is True, None is None, 0.0 is -0.0, float("nan") == float("nan"))
n = float("nan")
print(n in [n], [n] == [n], n == n, (n,) == (n,), {n: 1}.get(n))
print("abc".replace("z", "y") is "abc", "abc".strip() is "abc", "abc".lower() is "abc", f"{'abc'}" is "abc", "%s" % "abc" is "abc", format("abc") is "abc")
print(1 + 1 is 2, 100 + 200 is 300, 255 + 1 is 256, -5 - 1 is -6, 10 ** 2 is 100)
d = {}
d["key"] = 1
k = list(d)[0]
print(k is "key", sys.intern(k) is k)


class C:
    attribute = 1


c = C()
c.__dict__["dyn" + "amic"] = 2
setattr(c, "".join(["at", "tr"]), 3)
print([k is sys.intern(k) for k in c.__dict__], list(C.__dict__)[1])
try:
    sys.intern(5)
except TypeError as e:
    print(e)


class S(str):
    pass


try:
    sys.intern(S("a"))
except TypeError as e:
    print(e)
print(id([]) == id([]), id(object()) == id(object()), [] is [], {} is {}, type([]) is list)
print(a == b, a is not b, (1, [2]) == (1, [2]), [1, 2] is [1, 2], True is 1 == 1)

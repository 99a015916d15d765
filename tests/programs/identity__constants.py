# Which equal objects are one object: small ints, interned strings, constants of one code object.
# needs: builtins
import sys

a, b = 256, 256
print(a is b)
x = int("257")
y = int("257")
print(x is y, x == y)
s, t = "hello", "hel" + "lo"
print(s is t)
u = "".join(["hel", "lo"])
print(u is s, sys.intern(u) is s)
v = "hello world!"
w = "hello world!"
print(v is w)


def constants():
    return 1000, "some text!", (1, 2, 3), 2.5


def others():
    return 1000, "some text!", (1, 2, 3), 2.5


print([p is q for p, q in zip(constants(), constants())])
print([p is q for p, q in zip(constants(), others())])
print(() is tuple([]), "" is str(), b"" is bytes(), 0.0 is float("0"))
print(None is None, True is (1 == 1), ... is Ellipsis, NotImplemented is NotImplemented)
n = -5
print(n is int("-5"), (n - 1) is int("-6"))
text = "ab"
print(text * 1 is text, text[:] is text, str(text) is text, text.upper().lower() is text)
l = [1, 2]
print(l[:] is l, list(l) is l, (1, 2)[:] is (1, 2)[:], tuple((1, l)) is not (1, l))
p = (1, 2)
print(p[:] is p, tuple(p) is p, p + () is p)
d = dict(a=1)
keys = [k for k in {"name": 1}]
print(keys[0] is "name", list(d)[0] is "a")


class C:
    attribute = 1


print([k for k in vars(C) if not k.startswith("_")][0] is "attribute", C.__name__ is "C")
print(id(l) == id(l), id([]) == id([]))

# Names, containers, arguments and attributes: each holds a reference.
# needs: builtins
import sys


class Thing:
    pass


def count(o):
    return sys.getrefcount(o) - 1


t = Thing()
base = sys.getrefcount(t)
a = t
print(sys.getrefcount(t) - base)
lst = [t, t]
print(sys.getrefcount(t) - base)
d = {"k": t}
print(sys.getrefcount(t) - base)
tup = (t,) * 3
print(sys.getrefcount(t) - base)
s = {t}
print(sys.getrefcount(t) - base)
lst.pop()
print(sys.getrefcount(t) - base)
lst.clear()
d["k"] = None
del tup, s
print(sys.getrefcount(t) - base)
t.me = t
print(sys.getrefcount(t) - base)
del t.me
a = None
print(sys.getrefcount(t) - base)


def inside(x):
    y = x
    return sys.getrefcount(x) - base


print(inside(t))
print((lambda q: sys.getrefcount(q) - base)(t))
bound = t.__init__
print(sys.getrefcount(t) - base)
del bound
it = iter([t, t])
print(sys.getrefcount(t) - base)
next(it)
del it
print(sys.getrefcount(t) - base)
z = [t for _ in range(4)]
print(sys.getrefcount(t) - base)
z[1:3] = []
print(sys.getrefcount(t) - base)
z *= 3
print(sys.getrefcount(t) - base)
z = z + [t]
print(sys.getrefcount(t) - base, len(z))
del z
x, y = t, t
x, y = y, x
print(sys.getrefcount(t) - base)
del x, y
for loop in (t, t):
    pass
print(sys.getrefcount(t) - base)
del loop
try:
    raise ValueError(t)
except ValueError as error:
    print(sys.getrefcount(t) - base)
print(sys.getrefcount(t) - base)
print(sys.getrefcount(Thing) > 3, sys.getrefcount(None) > 100)
global_name = t
print("global_name" in globals(), sys.getrefcount(t) - base)
globals().pop("global_name")
print(sys.getrefcount(t) - base)

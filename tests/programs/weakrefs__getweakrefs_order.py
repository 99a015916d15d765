# getweakrefs() lists the shared reference first, then the newest.
import weakref


class Thing:
    pass


def one(ref):
    pass


def two(ref):
    pass


t = Thing()
a = weakref.ref(t, one)
b = weakref.ref(t, two)
c = weakref.ref(t)
found = weakref.getweakrefs(t)
for r in found:
    if r is a:
        print("a", r.__callback__ is one)
    if r is b:
        print("b", r.__callback__ is two)
    if r is c:
        print("c", r.__callback__)
del t
print(a.__callback__)

# A function is held by its name; a call holds it too.
import sys


def f():
    return sys.getrefcount(f)


print(sys.getrefcount(f))
print(f())
g = f
print(f(), g())


class C:
    def m(self):
        return sys.getrefcount(C.m)


print(sys.getrefcount(C.m), C().m())

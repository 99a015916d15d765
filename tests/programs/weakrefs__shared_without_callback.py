# Weak references without a callback to one object are one object.
import sys
import weakref


class Thing:
    pass


def gone(ref):
    pass


t = Thing()
a = weakref.ref(t)
b = weakref.ref(t)
print(a is b, weakref.getweakrefcount(t))
c = weakref.ref(t, gone)
d = weakref.ref(t, gone)
print(c is d, c is a, weakref.getweakrefcount(t))
print(a == c, sys.getrefcount(t))
print(len(weakref.getweakrefs(t)), weakref.getweakrefs(t)[0] is a)

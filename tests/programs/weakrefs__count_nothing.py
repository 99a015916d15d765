# Weak references add nothing to the count.
import sys
import weakref


class Thing:
    pass


t = Thing()
print(sys.getrefcount(t))
r = weakref.ref(t)
rows = [weakref.ref(t), r, r]
print(sys.getrefcount(t))
u = r()
print(sys.getrefcount(t))
del u
print(sys.getrefcount(t), sys.getrefcount(r))

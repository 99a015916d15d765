# A weak reference does not keep its object alive, and None replaces it.
import weakref


class Thing:
    pass


t = Thing()
r = weakref.ref(t)
print(r() is t)
u = t
del t
print(r() is u)
del u
print(r())

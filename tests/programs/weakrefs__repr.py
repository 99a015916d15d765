# What a weak reference prints, alive and dead.
import weakref


class Thing:
    pass


t = Thing()
r = weakref.ref(t)
print(r)
del t
print(r)
print(type(r))

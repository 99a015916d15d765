# An object in a cycle keeps its weak references alive until it is collected.
import gc
import weakref

gc.disable()


class Thing:
    pass


t = Thing()
t.me = t
r = weakref.ref(t)
del t
print(r() is None)
print(gc.collect() > 0)
print(r() is None)

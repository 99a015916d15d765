# For objects without cycles collect() has nothing to do.
import gc
import weakref

gc.disable()
gc.collect()


class Thing:
    pass


gc.collect()
t = Thing()
t.row = [1, [2, {"k": (3, [4])}]]
r = weakref.ref(t)
del t
print(r() is None)
print(gc.collect())

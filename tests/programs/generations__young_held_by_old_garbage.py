# Garbage in an old generation keeps young objects alive until it is collected.
import gc
import weakref

gc.disable()


class Thing:
    pass


gc.collect()
old = []
old.append(old)
gc.collect()
t = Thing()
r = weakref.ref(t)
old.append(t)
del old, t
print(gc.collect(0), r() is None)
print(gc.collect(1), r() is None)
print(gc.collect(2) > 0, r() is None)

# A frozen cycle keeps its weak references alive until it is thawed.
import gc
import weakref

gc.disable()


class Thing:
    pass


gc.collect()
t = Thing()
t.me = t
r = weakref.ref(t)
gc.freeze()
del t
gc.collect()
print(r() is None)
gc.unfreeze()
gc.collect(0)
gc.collect(1)
print(r() is None)
gc.collect(2)
print(r() is None)

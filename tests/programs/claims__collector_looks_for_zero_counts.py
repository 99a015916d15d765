# Claim: the collector scans for objects with count 0. False: they are gone before.
import gc
import weakref

gc.disable()


class Thing:
    pass


gc.collect()
t = Thing()
r = weakref.ref(t)
del t
print("dead before any collection:", r() is None)
print("left for the collector:", gc.collect())

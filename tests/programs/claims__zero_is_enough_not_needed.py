# Claim: a count of zero is enough for an object to be freed, but it is not needed. True: cycles are freed, too.
import gc
import weakref

gc.disable()
gc.collect()


class Thing:
    pass


t = Thing()
r = weakref.ref(t)
del t
print("count zero, freed:", r() is None)
t = Thing()
t.me = t
r = weakref.ref(t)
del t
print("count one, not freed:", r() is not None)
print("by the collector:", gc.collect() > 0, r() is None)

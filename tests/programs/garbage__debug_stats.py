# DEBUG_STATS reports each collection on standard error.
import gc

gc.disable()
gc.collect()
a = []
a.append(a)
del a
gc.set_debug(gc.DEBUG_STATS)
print(gc.collect())
print(gc.collect(0))
print(gc.collect(1))
gc.set_debug(0)

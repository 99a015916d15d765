# The lines of DEBUG_STATS, 2.7 beside the others.
# versions: 2.7 3.8+
import gc

gc.disable()
gc.collect()
a = []
a.append(a)
del a
gc.set_debug(gc.DEBUG_STATS)
gc.collect()
gc.set_debug(0)

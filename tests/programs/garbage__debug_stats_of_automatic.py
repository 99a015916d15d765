# DEBUG_STATS reports automatic collections as well.
import gc

gc.disable()
gc.collect()
keep = [None] * 60
gc.set_threshold(50, 1000, 1000)
gc.set_debug(gc.DEBUG_STATS)
gc.enable()
for i in range(60):
    keep[i] = [i]
gc.disable()
gc.set_debug(0)

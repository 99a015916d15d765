# With DEBUG_UNCOLLECTABLE what is left in gc.garbage is listed at exit.
import gc

gc.set_debug(gc.DEBUG_UNCOLLECTABLE)
gc.garbage.append([1, 2])
gc.garbage.append("text")
print("end")

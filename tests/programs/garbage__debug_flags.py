# The flags have fixed values; set_debug() returns None.
import gc

print(gc.DEBUG_STATS, gc.DEBUG_COLLECTABLE, gc.DEBUG_UNCOLLECTABLE)
print(gc.DEBUG_SAVEALL, gc.DEBUG_LEAK)
print(gc.get_debug())
print(gc.set_debug(gc.DEBUG_COLLECTABLE | gc.DEBUG_SAVEALL))
print(gc.get_debug())
gc.set_debug(0)
print(gc.get_debug())
try:
    gc.set_debug()
except TypeError as error:
    print(error)

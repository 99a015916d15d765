# Claim: set_debug() returns what it found. False: it returns None.
import gc

print(gc.set_debug(gc.DEBUG_SAVEALL), gc.get_debug() == gc.DEBUG_SAVEALL)
gc.set_debug(0)

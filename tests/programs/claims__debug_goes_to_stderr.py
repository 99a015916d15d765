# Claim: what set_debug() switches on is written to standard error. True.
import gc

gc.disable()
gc.collect()
gc.set_debug(gc.DEBUG_COLLECTABLE)
a = []
a.append(a)
del a
print(gc.collect())
gc.set_debug(0)
print(gc.get_debug())
try:
    gc.set_debug()
except TypeError:
    print("set_debug() wants its flags")

# Claim: enable() and disable() switch automatic collection, isenabled() tells. True; collect() works all the same.
import gc

print(gc.isenabled(), gc.disable(), gc.isenabled())
a = []
a.append(a)
del a
print(gc.collect() > 0)
gc.enable()
print(gc.isenabled())
print(callable(gc.isenabled), gc.isenabled is True)

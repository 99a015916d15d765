# Frozen garbage is not collected until it is unfrozen.
import gc

gc.disable()
gc.collect()
a = []
a.append(a)
del a
gc.freeze()
print(gc.get_count())
print(gc.collect())
print(gc.get_freeze_count() > 0)
gc.unfreeze()
print(gc.get_freeze_count())
print(gc.collect() > 0)
print(gc.collect())

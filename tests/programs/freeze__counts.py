# The permanent generation is not part of the counts or of get_objects().
import gc

gc.disable()
gc.collect()
gc.freeze()
n = gc.get_freeze_count()
gc.freeze()
print(gc.get_freeze_count() >= n)
row = []
gc.freeze()
print(gc.get_freeze_count() > n)
del row
print(gc.get_count()[0] <= 5)
gc.unfreeze()
print(gc.get_freeze_count(), gc.is_tracked(gc.callbacks))

# A frozen object's references still count as coming from outside.
import gc

gc.disable()
gc.collect()
old = []
gc.freeze()
young = [old]
old.append(young)
del young
print(gc.collect())
del old
print(gc.collect())
gc.unfreeze()
print(gc.collect())

# A cycle over two generations is found only when both are collected.
import gc

gc.disable()
gc.collect()
old = []
gc.collect()
young = [old]
old.append(young)
del old, young
print(gc.collect(0))
print(gc.collect(1))
print(gc.collect(2))

# Tutorial 2, block 8, and what gc.collect() then returns.
import gc
before = gc.collect()
a = []
b = [a]
a.append(b)

del a
del b
print(gc.collect())

# collect(0) and collect(1) leave garbage of an older generation alone.
import gc

gc.disable()
gc.collect()
a = []
b = [a]
a.append(b)
gc.collect()
del a, b
print(gc.collect(0))
print(gc.collect(1))
print(gc.collect(2))
a = []
a.append(a)
gc.collect(0)
del a
print(gc.collect(0))
print(gc.collect(1))
print(gc.collect(2))

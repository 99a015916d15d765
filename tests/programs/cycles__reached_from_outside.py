# One reference from outside keeps the whole cycle and its tail.
import gc

gc.collect()
a = []
b = [a]
c = [b]
a.append(c)
tail = [[]]
c.append(tail)
outside = tail
keep = b
del a, b, c, tail
print(gc.collect())
keep = None
print(gc.collect())
print(outside)
outside = None
print(gc.collect())

# Claim: the counts of two lists that hold each other never become 0. True.
import gc
import sys

gc.disable()
gc.collect()
a = []
b = [a]
a.append(b)
print(sys.getrefcount(a), sys.getrefcount(b))
inside = gc.get_referents(a)[0]
del a
print(sys.getrefcount(inside))
del b
print(sys.getrefcount(inside))
del inside
print(gc.collect())

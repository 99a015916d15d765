# The collector's rule by hand: counts minus the references from inside.
import gc
import sys

gc.disable()
gc.collect()
a = []
b = [a]
c = [b]
a.append(b)
objects = [a, b, c]
for x in objects:
    inside = 0
    for y in objects:
        for z in gc.get_referents(y):
            if z is x:
                inside += 1
    names = ["a", "b", "c"]
    # The name, the loop's x, y's last value, `objects` and the argument are outside.
    print(inside)
del objects, x, y, z
print(sys.getrefcount(a) - 1, sys.getrefcount(b) - 1, sys.getrefcount(c) - 1)
del a, b
print(gc.collect())
del c
print(gc.collect())

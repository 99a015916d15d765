# What is tracked in 2.7 and later.
# versions: 2.7 3.8+
import gc

gc.disable()
gc.collect()
x = 1
d = {}
t = (x, 2)
print(gc.is_tracked(d), gc.is_tracked(t), gc.is_tracked([]), gc.is_tracked("a"), gc.is_tracked(1))
d["a"] = 1
print(gc.is_tracked(d))
d["b"] = []
print(gc.is_tracked(d))
gc.collect()
print(gc.is_tracked(t))

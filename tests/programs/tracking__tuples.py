# A tuple of atoms loses its tracking at the first collection, or at birth.
import gc

gc.disable()
gc.collect()

x = 1
t = (x, 2)
u = ([], 2)
v = (t, "x")
print(gc.is_tracked(t), gc.is_tracked(u), gc.is_tracked(v))
gc.collect(0)
print(gc.is_tracked(t), gc.is_tracked(u), gc.is_tracked(v))
print(gc.is_tracked((1, 2, 3)))
u = (u, x)
gc.collect()
print(gc.is_tracked(u))

# A tuple that holds only untracked tuples can be untracked too.
import gc

gc.disable()
gc.collect()
n = 5
inner = (n, n)
outer = (inner, n)
outermost = (outer, inner)
print(gc.is_tracked(inner), gc.is_tracked(outer), gc.is_tracked(outermost))
gc.collect(0)
print(gc.is_tracked(inner), gc.is_tracked(outer), gc.is_tracked(outermost))
gc.collect(1)
print(gc.is_tracked(inner), gc.is_tracked(outer), gc.is_tracked(outermost))
mixed = (outermost, [])
print(gc.is_tracked(mixed))
gc.collect()
print(gc.is_tracked(mixed))

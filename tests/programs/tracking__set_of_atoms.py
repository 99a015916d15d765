# A set is tracked from the start, a frozen set of atoms not in every version.
# needs: builtins
import gc

gc.disable()
gc.collect()
print(gc.is_tracked({1, 2}), gc.is_tracked(set()))
print(gc.is_tracked(frozenset([1, 2])), gc.is_tracked(frozenset()))
f = frozenset([(1, 2), "text"])
print(gc.is_tracked(f))
gc.collect()
print(gc.is_tracked(f))
print(gc.is_tracked(frozenset([gc])))

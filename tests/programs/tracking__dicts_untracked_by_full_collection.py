# Only a full collection untracks a dictionary, up to 3.13.
import gc

gc.disable()
gc.collect()

d = {"k": []}
d["k"] = 1
print(gc.is_tracked(d))
gc.collect(0)
print(gc.is_tracked(d))
gc.collect(1)
print(gc.is_tracked(d))
gc.collect(2)
print(gc.is_tracked(d))
d["k"] = d
print(gc.is_tracked(d))

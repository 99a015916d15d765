# Up to 3.13 a dict is tracked once it holds something that can be tracked.
import gc

gc.disable()
gc.collect()
d = {}
print(gc.is_tracked(d))
d["a"] = 1
print(gc.is_tracked(d))
d["b"] = "text"
print(gc.is_tracked(d))
d["c"] = []
print(gc.is_tracked(d))
del d["c"]
print(gc.is_tracked(d))
print(gc.is_tracked({"k": 1}), gc.is_tracked({"k": []}), gc.is_tracked({"k": (1, 2)}))
gc.collect()
print(gc.is_tracked(d))

# A copy of a dictionary is tracked as its original is.
import gc

gc.disable()
gc.collect()
d = {"a": 1}
e = {"a": []}
print(gc.is_tracked(d.copy()), gc.is_tracked(e.copy()))
d.update(e)
print(gc.is_tracked(d))
d.clear()
print(gc.is_tracked(d), len(d))
f = {}
f.update({"x": 1})
print(gc.is_tracked(f))
f.setdefault("y", [])
print(gc.is_tracked(f))

# An empty dictionary in garbage is counted only where it is tracked.
import gc

gc.disable()
gc.collect()
a = []
a.append(a)
a.append({})
a.append({"k": 1})
a.append({1: "text", 2: 2.5})
del a
print(gc.collect())

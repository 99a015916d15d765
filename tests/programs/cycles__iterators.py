# Iterators, views and slices can be part of a cycle.
# needs: builtins
import gc

gc.collect()
row = []
row.append(iter(row))
del row
print("list iterator", gc.collect())
d = {}
d["keys"] = d.keys()
del d
print("dict view", gc.collect())
row = []
row.append(enumerate(row))
del row
print("enumerate", gc.collect())
row = []
row.append(zip(row, row))
del row
print("zip", gc.collect())
row = []
row.append(map(len, row))
del row
print("map", gc.collect())
row = []
row.append(slice(row))
del row
print("slice", gc.collect())
row = []
row.append(reversed(row))
del row
print("reversed", gc.collect())
row = []
row.append(row.append)
del row
print("method of a list", gc.collect())

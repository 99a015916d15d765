# What only garbage refers to is garbage: the tail of a cycle counts too.
import gc

gc.collect()
a = []
a.append(a)
a.append([])
a.append([1])
a.append((1, [2]))
del a
print(gc.collect())
a = []
a.append(a)
a.append({})
a.append({"k": []})
a.append((1, 1))
del a
print(gc.collect())

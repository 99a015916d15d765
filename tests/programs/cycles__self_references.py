# The smallest cycles: an object that holds itself.
import gc

gc.collect()
a = []
a.append(a)
del a
print("list", gc.collect())
d = {}
d["me"] = d
del d
print("dict", gc.collect())
row = []
t = (row,)
row.append(t)
del row, t
print("list and tuple", gc.collect())


class Node:
    pass


n = Node()
n.me = n
del n
print("instance", gc.collect())

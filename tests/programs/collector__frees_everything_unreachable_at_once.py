# One collection frees many separate cycles of every kind.
import gc

gc.disable()


class Node:
    pass


def f():
    a = []
    a.append(a)
    d = {}
    d["d"] = d
    n = Node()
    n.me = [n]
    t = ([],)
    t[0].append(t)


gc.collect()
for i in range(5):
    f()
print(gc.collect())
print(gc.collect())

# What collect() returns for each kind of cycle.
# versions: 2.7 3.8+
# needs: inheritance
import gc

gc.collect()


class Node(object):
    pass


a = []
a.append(a)
del a
print(gc.collect())
d = {}
d["me"] = d
del d
print(gc.collect())
n = Node()
n.me = n
del n
print(gc.collect())
n = Node()
m = Node()
n.other = m
m.other = n
del n, m
print(gc.collect())


def f():
    pass


f.me = f
del f
print(gc.collect())


class Z(object):
    pass


del Z
print(gc.collect())

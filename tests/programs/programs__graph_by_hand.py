# A graph that is dropped node by node goes only when nothing reaches it.
import gc

gc.disable()


class Vertex:
    def __init__(self, name):
        self.name = name
        self.edges = []

    def __del__(self):
        print("del", self.name)


gc.collect()
a = Vertex("A")
b = Vertex("B")
c = Vertex("C")
d = Vertex("D")
a.edges.append(b)
b.edges.append(a)
b.edges.append(c)
d.edges.append(d)
del d
print(gc.collect() > 0)
del a
print(gc.collect())
del b
print(gc.collect() > 0)
del c

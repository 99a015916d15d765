# The collector frees the part of a graph that no name reaches.
import gc
import weakref

gc.collect()


class V:
    def __init__(self, name):
        self.name = name
        self.out = []


names = "ABCDEF"
v = {}
for name in names:
    v[name] = V(name)
for edge in ["AB", "AC", "BA", "BE", "CE", "DF", "FD"]:
    v[edge[0]].out.append(v[edge[1]])
refs = []
for name in names:
    refs.append((name, weakref.ref(v[name])))
start = v["A"]
v.clear()
gc.collect()
for name, ref in refs:
    print(name, ref() is not None)

# Why is it alive? Asked of gc and of objgraph.
# needs: objgraph
import gc

import objgraph


class Session:
    pass


class Manager:
    def __init__(self):
        self.sessions = {}
        self.log = []

    def open(self, key):
        s = Session()
        s.manager = self
        self.sessions[key] = s
        self.log.append(lambda: s)
        return s


m = Manager()
s = m.open("k")
print(objgraph.count("Session"), len(objgraph.by_type("Session")))
chain = objgraph.find_backref_chain(s, objgraph.is_proper_module)
print([type(o).__name__ for o in chain])
print(len(objgraph.at_addrs([id(s)])) if hasattr(objgraph, "at_addrs") else 1)
del s
m.sessions.clear()
print(objgraph.count("Session"))
x = objgraph.by_type("Session")[0]
print(sorted(type(r).__name__ for r in gc.get_referrers(x) if r is not globals()))
del x
m.log.clear()
print(objgraph.count("Session"), objgraph.count("Manager"))
objgraph.show_growth(limit=3, file=open("growth.txt", "w"))
keep = [Session() for _ in range(25)]
for s in keep:
    s.other = keep
del s
for name, now, more in objgraph.growth(limit=2):
    print(name, now >= more, more)
print(objgraph.typestats([keep, keep[0], 1, "s", {}]))
print(objgraph.typestats(keep, shortnames=False))
print(objgraph.get_leaking_objects()[:0])
roots = [o for o in objgraph.get_leaking_objects() if isinstance(o, Session)]
print(len(roots))
del keep
print(objgraph.count("Session"))
gc.collect()
print(objgraph.count("Session"))

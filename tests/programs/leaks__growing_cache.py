# A leak hunt: which types grow from one snapshot to the next, and who holds them.
# needs: classes, gc
import gc
import sys
from collections import Counter


class Session:
    registry = {}

    def __init__(self, name):
        self.name = name
        self.payload = [0] * 10
        Session.registry[name] = self

    def close(self):
        self.payload = None


def snapshot():
    gc.collect()
    return Counter(type(o).__name__ for o in gc.get_objects() if type(o).__module__ == "__main__")


before = snapshot()
for i in range(5):
    s = Session(f"user{i}")
    s.close()
del s
after = snapshot()
for name, n in (after - before).items():
    print("grew:", name, n)

leaked = [o for o in gc.get_objects() if isinstance(o, Session)]
print(len(leaked), sorted(o.name for o in leaked))
victim = next(o for o in leaked if o.name == "user3")
holders = [r for r in gc.get_referrers(victim) if r is not leaked]
print([type(h).__name__ for h in holders])
print(any(h is Session.registry for h in holders))
del holders, victim, leaked
Session.registry.clear()
print(snapshot()["Session"])

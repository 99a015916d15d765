# gc.callbacks, get_stats, DEBUG_SAVEALL, thresholds: the collector as a developer watches it.
# needs: gc
import gc
import sys

gc.disable()
gc.collect()


def watch(phase, info):
    print(phase, {k: v for k, v in sorted(info.items()) if k in ("collected", "generation", "uncollectable")})


class Node:
    def __init__(self, name):
        self.name = name
        self.me = self

    def __repr__(self):
        return "Node(%s)" % self.name


gc.callbacks.append(watch)
for i in range(3):
    Node(i)
print(gc.collect(0))
Node("x")
print(gc.collect(1), gc.collect())
gc.callbacks.remove(watch)
before = gc.get_stats()
Node("y")
Node("z")
gc.collect()
after = gc.get_stats()
print([{k: a[k] - b[k] for k in sorted(a) if k in ("collections", "collected", "uncollectable")} for a, b in zip(after, before)])
gc.set_debug(gc.DEBUG_SAVEALL)
print(gc.get_debug())
Node("saved")
a, b = [], []
a.append(b)
b.append(a)
del a, b
print(gc.collect(), len(gc.garbage), [type(g).__name__ for g in gc.garbage])
print([g for g in gc.garbage if isinstance(g, Node)])
gc.set_debug(0)
gc.garbage.clear()
print(gc.collect(), gc.garbage)
for bad in (lambda: gc.collect(3), lambda: gc.collect(-1), lambda: gc.collect("0"), lambda: gc.set_threshold(),
            lambda: gc.set_threshold("a"), lambda: gc.get_objects(5), lambda: gc.set_debug(None),
            lambda: gc.is_tracked(), lambda: gc.freeze(1), lambda: gc.get_referrers.__name__):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
gc.set_threshold(5, 2, 1)
print(gc.get_threshold())
gc.set_threshold(700)
print(gc.get_threshold()[0])
gc.callbacks.append(lambda phase, info: 1 / 0)
gc.collect()
gc.callbacks.clear()
print(gc.isenabled(), gc.enable(), gc.isenabled())
print(gc.DEBUG_STATS, gc.DEBUG_COLLECTABLE, gc.DEBUG_UNCOLLECTABLE, gc.DEBUG_SAVEALL, gc.DEBUG_LEAK)
gc.set_debug(gc.DEBUG_COLLECTABLE)
Node("shown").me = None
x = Node("cyc")
del x
gc.collect()
gc.set_debug(0)
print(gc.freeze(), gc.get_freeze_count() > 0, gc.unfreeze(), gc.get_freeze_count())
print(gc.get_objects(0) is not None, [gc.is_tracked(o) for o in (0, "a", (), (1,), [], {}, {"a": 1}, {"a": []}, Node, Node("t"), print, gc, len, None)])

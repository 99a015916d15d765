# Generations, thresholds, callbacks, statistics: the collector's own interface.
# needs: gc
import gc

print(gc.isenabled(), gc.get_debug(), gc.garbage, len(gc.get_stats()))
gc.disable()
gc.collect()
print(gc.isenabled(), gc.get_count()[1:])


class Cyclic:
    def __init__(self):
        self.me = self


events = []


def watch(phase, info):
    events.append((phase, info["generation"], info["collected"], info["uncollectable"]))


gc.callbacks.append(watch)
Cyclic()
gc.collect(0)
Cyclic()
Cyclic()
gc.collect(1)
keep = Cyclic()
gc.collect()
del keep
gc.collect(0)
gc.collect(1)
gc.collect(2)
gc.callbacks.remove(watch)
for event in events:
    print(event)
old = gc.get_threshold()
gc.set_threshold(50, 2, 2)
print(gc.get_threshold())
gc.enable()
events.clear()
gc.callbacks.append(watch)
for _ in range(500):
    Cyclic()
gc.callbacks.remove(watch)
gc.disable()
gc.set_threshold(*old)
print([e[1] for e in events if e[0] == "start"])
print(sum(e[2] for e in events if e[0] == "stop") > 300)
try:
    gc.collect(3)
except ValueError as error:
    print(error)
print(gc.is_tracked([]), gc.is_tracked(1), gc.is_tracked((1, 2)), gc.is_tracked({}), gc.is_tracked(Cyclic))
x = Cyclic()
print(x in gc.get_objects(0), any(o is x for o in gc.get_objects(generation=0)))
gc.collect()
print(any(o is x for o in gc.get_objects(generation=2)))
gc.freeze()
print(gc.get_freeze_count() > 0, any(o is x for o in gc.get_objects()))
gc.unfreeze()
print(gc.get_freeze_count())

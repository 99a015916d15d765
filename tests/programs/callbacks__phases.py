# gc.callbacks are called at start and stop of each collection.
import gc

gc.disable()


def note(phase, info):
    print(phase, info["generation"], info["collected"], info["uncollectable"])


gc.collect()
gc.callbacks.append(note)
a = []
a.append(a)
del a
gc.collect(0)
gc.collect(1)
gc.collect()
gc.callbacks.remove(note)
gc.collect()
print(gc.callbacks)

# Where a new object is after the collection that its creation started.
import gc

gc.disable()


class Thing:
    pass


def where(x):
    for g in range(3):
        for y in gc.get_objects(generation=g):
            if y is x:
                return g


hits = []


def note(phase, info):
    if phase == "stop":
        hits.append(1)


keep = [None] * 200
gc.collect()
gc.callbacks.append(note)
gc.set_threshold(50, 1000, 1000)
gc.enable()
i = 0
while not hits:
    keep[i] = Thing()
    i += 1
gc.disable()
gc.callbacks.remove(note)
print(where(keep[0]), where(keep[i - 2]), where(keep[i - 1]))

# At which allocation each automatic collection starts, with small thresholds.
import gc

starts = []


def note(phase, info):
    if phase == "start":
        starts.append((info["generation"], i))


gc.disable()
gc.freeze()
gc.set_threshold(10, 2, 2)
keep = [None] * 1000
i = 0
gc.collect()
gc.callbacks.append(note)
gc.enable()
for i in range(1000):
    keep[i] = [i]
gc.disable()
gc.callbacks.remove(note)
gc.unfreeze()
base = starts[0][1]
for generation, position in starts:
    if generation > 0:
        print(generation, position - base)

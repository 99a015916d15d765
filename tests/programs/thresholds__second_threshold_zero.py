# With the older thresholds at 0 each collection is followed by one of the next generation.
import gc

starts = []


def note(phase, info):
    if phase == "start":
        starts.append(info["generation"])


gc.disable()
gc.freeze()
gc.set_threshold(20, 0, 0)
keep = [None] * 300
gc.collect()
gc.callbacks.append(note)
gc.enable()
for i in range(300):
    keep[i] = [i]
gc.disable()
gc.callbacks.remove(note)
gc.unfreeze()
print(starts)

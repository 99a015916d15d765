# A collection of generation 0 starts when its count exceeds the threshold.
import gc

starts = []


def note(phase, info):
    if phase == "start":
        starts.append(info["generation"])


gc.disable()
keep = [None] * 1000
gc.collect()
gc.callbacks.append(note)
gc.set_threshold(100, 1000, 1000)
gc.enable()
for i in range(1000):
    keep[i] = [i]
gc.disable()
print(len(starts) > 7, len(starts) < 11)
print(starts[0], starts[-1])

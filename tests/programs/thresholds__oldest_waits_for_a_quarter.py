# The oldest is collected only when what waits is a quarter of what it holds.
import gc

starts = []


def note(phase, info):
    if phase == "start":
        starts.append(info["generation"])


gc.disable()
gc.freeze()
gc.set_threshold(10, 2, 2)
old = [[i] for i in range(1000)]
keep = [None] * 2000
gc.collect()
gc.callbacks.append(note)
gc.enable()
for i in range(2000):
    keep[i] = [i]
gc.disable()
gc.callbacks.remove(note)
gc.unfreeze()
first = 0
while starts[first] < 2:
    first += 1
print(first)
print(starts[:20])

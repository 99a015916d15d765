# Claim: every 10 young collections one of generation 1. Not quite: after 11.
import gc

starts = []


def note(phase, info):
    if phase == "start":
        starts.append(info["generation"])


gc.disable()
gc.freeze()
gc.set_threshold(20, 10, 10)
keep = [None] * 3000
gc.collect()
gc.callbacks.append(note)
gc.enable()
for i in range(3000):
    keep[i] = [i]
gc.disable()
gc.callbacks.remove(note)
gc.unfreeze()
runs = []
n = 0
for g in starts:
    if g == 0:
        n += 1
    else:
        runs.append((g, n))
        n = 0
print(runs)

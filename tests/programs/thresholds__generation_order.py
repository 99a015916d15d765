# Generation 1 is collected when more than its threshold of young ones ran.
import gc

starts = []


def note(phase, info):
    if phase == "start":
        starts.append(info["generation"])


gc.disable()
gc.freeze()
keep = [None] * 2000
gc.collect()
gc.callbacks.append(note)
gc.set_threshold(50, 3, 1000)
gc.enable()
for i in range(2000):
    keep[i] = [i]
gc.disable()
gc.callbacks.remove(note)
gc.unfreeze()
print(starts[:14])

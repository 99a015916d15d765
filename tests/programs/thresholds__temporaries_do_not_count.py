# Objects that die at once never add up to a collection.
import gc

starts = []


def note(phase, info):
    if phase == "start":
        starts.append(info["generation"])


gc.collect()
gc.callbacks.append(note)
for i in range(20000):
    a = [i]
    b = [a, {"k": a}]
gc.callbacks.remove(note)
print(starts)

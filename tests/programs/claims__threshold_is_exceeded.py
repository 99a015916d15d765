# Claim: a collection begins when allocations minus deallocations exceed the threshold. True for generation 0.
import gc

starts = []


def note(phase, info):
    if phase == "start":
        starts.append(info["generation"])


print(gc.get_threshold()[0])
gc.disable()
gc.set_threshold(100, 10, 10)
keep = [None] * 1000
gc.callbacks.append(note)
gc.collect()
starts.clear()
gc.enable()
for i in range(60):
    keep[i] = [i]
print(starts)
for i in range(100):
    keep[i] = None
for i in range(60):
    keep[i] = [i]
print(starts)
for i in range(60, 120):
    keep[i] = [i]
gc.disable()
gc.callbacks.remove(note)
print(starts)

# Claim: set_threshold(700, 10, 5) collects the oldest more often. True.
# needs: closures
import gc


def count(third):
    starts = []

    def note(phase, info):
        if phase == "start":
            starts.append(info["generation"])

    keep = [None] * 4000
    gc.collect()
    gc.set_threshold(10, 2, third)
    gc.callbacks.append(note)
    gc.enable()
    for i in range(4000):
        keep[i] = [i]
    gc.disable()
    gc.callbacks.remove(note)
    n = 0
    for g in starts:
        if g == 2:
            n += 1
    return n


gc.disable()
gc.freeze()
gc.collect()
few = count(10)
many = count(2)
print(few, many, many > few)
gc.unfreeze()

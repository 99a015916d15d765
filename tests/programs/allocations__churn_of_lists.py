# How many dead lists wait at most, seen by the collector's own figures.
# needs: exact allocation counts
import gc

most = 0


def note(phase, info):
    global most
    if phase == "stop" and info["collected"] > most:
        most = info["collected"]


gc.disable()
gc.freeze()
gc.set_threshold(700, 10, 10)
gc.collect()
gc.callbacks.append(note)
gc.enable()
for i in range(5000):
    a = []
    b = [a]
    a.append(b)
gc.disable()
gc.callbacks.remove(note)
gc.unfreeze()
print(most)

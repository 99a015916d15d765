# Up to 3.11 the collection runs inside the allocation, from 3.12 at a safe point.
import gc

stops = []


def note(phase, info):
    if phase == "start":
        stops.append(len(row))


gc.disable()
row = []
gc.collect()
gc.callbacks.append(note)
gc.set_threshold(50, 1000, 1000)
gc.enable()
row = [[i] for i in range(300)]
gc.disable()
gc.callbacks.remove(note)
print(len(stops) > 4)

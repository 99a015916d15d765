# The collection starts with the allocation after the threshold was reached.
import gc

starts = []


def note(phase, info):
    if phase == "start":
        starts.append(step)


gc.disable()


class Thing:
    pass


keep = [None] * 400
keep[0] = Thing()
step = 0
gc.collect()
gc.callbacks.append(note)
gc.set_threshold(100, 1000, 1000)
gc.enable()
while step < 350:
    keep[step] = Thing()
    step += 1
gc.disable()
gc.callbacks.remove(note)
print(len(starts))
print(starts[1] - starts[0], starts[2] - starts[1])

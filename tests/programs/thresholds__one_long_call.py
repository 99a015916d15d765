# From 3.12 one long call in C collects once, at its end.
# needs: builtins
import gc

starts = []


def note(phase, info):
    if phase == "start":
        starts.append(info["generation"])


def thing():
    pass


class Thing:
    pass


gc.disable()
gc.freeze()
gc.collect()
gc.callbacks.append(note)
gc.set_threshold(100, 1000, 1000)
gc.enable()
row = list(map(list, [()] * 5000))
gc.disable()
gc.callbacks.remove(note)
gc.unfreeze()
print(len(starts))

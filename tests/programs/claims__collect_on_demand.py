# Claim: gc.collect() runs a collection when it is called, of all generations. True.
import gc

starts = []


def note(phase, info):
    starts.append((phase, info["generation"]))


gc.disable()
gc.callbacks.append(note)
a = []
a.append(a)
del a
gc.collect()
gc.callbacks.remove(note)
print(starts)

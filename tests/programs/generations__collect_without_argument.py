# collect() without an argument is collect(2).
import gc

gc.disable()
seen = []


def note(phase, info):
    seen.append((phase, info["generation"]))


gc.callbacks.append(note)
gc.collect()
gc.collect(0)
gc.collect(1)
gc.collect(2)
gc.callbacks.remove(note)
print(seen)

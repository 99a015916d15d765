# What a start callback allocates belongs to the collection.
import gc

gc.disable()
log = []


def note(phase, info):
    if phase == "start":
        row = []
        row.append(row)
    log.append(phase)


gc.collect()
gc.callbacks.append(note)
print(gc.collect())
gc.callbacks.remove(note)
print(log, gc.collect())

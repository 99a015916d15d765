# The stop callback knows how many objects were collected.
import gc

gc.disable()
log = []


def note(phase, info):
    if phase == "stop":
        log.append((info["generation"], info["collected"], info["uncollectable"]))


gc.collect()
gc.callbacks.append(note)
for n in [0, 1, 5]:
    for i in range(n):
        row = []
        row.append(row)
    row = None
    gc.collect(0)
gc.callbacks.remove(note)
print(log)

# Claim: the collector runs from time to time. False: only when containers add up.
import gc

starts = []


def note(phase, info):
    starts.append(phase)


gc.collect()
gc.callbacks.append(note)
n = 0
while n < 50000:
    x = [n]
    y = (n, n)
    z = f"{n}"
    n += 1
gc.callbacks.remove(note)
print(len(starts))

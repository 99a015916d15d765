# Claim: the collector marks from the stack and starts when memory runs out. False: it subtracts inner references.
import gc

gc.disable()
gc.collect()
starts = []


def note(phase, info):
    starts.append(phase)


gc.callbacks.append(note)
try:
    a = [0] * (10**18)
except MemoryError:
    print("out of memory")
print(starts)
gc.callbacks.remove(note)
a = []
b = [a]
a.append(b)
# Nothing but the other one's reference: for each list all of its references come from inside.
print(len(gc.get_referrers(a)), len([x for x in gc.get_referrers(a) if x is b]))
del a
del b
print(gc.collect())

# Claim: garbage collection keeps memory from leaking. Not what the program itself still refers to.
import gc
import weakref


class Thing:
    pass


cache = []


def work():
    t = Thing()
    cache.append(t)
    return weakref.ref(t)


refs = [work() for i in range(3)]
gc.collect()
print([r() is not None for r in refs])
cache.clear()
print([r() is not None for r in refs])

# A global list that is only ever appended to.
import gc
import weakref

log = []


class Request:
    def __init__(self, n):
        self.n = n


def handle(n):
    r = Request(n)
    log.append(r)
    return weakref.ref(r)


refs = [handle(n) for n in range(20)]
gc.collect()
alive = 0
for r in refs:
    if r() is not None:
        alive += 1
print(alive)
del log[:-5]
alive = 0
for r in refs:
    if r() is not None:
        alive += 1
print(alive)

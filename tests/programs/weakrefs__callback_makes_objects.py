# A callback may use everything but the dead object.
import gc
import weakref

gc.disable()
log = []


class Thing:
    pass


def gone(ref):
    log.append(len(refs))
    refs.remove(ref)


refs = []
things = [Thing() for i in range(5)]
for t in things:
    t.next = things
    refs.append(weakref.ref(t, gone))
del t, things
print(log)
gc.collect()
print(log, refs)

# A weak reference that is garbage itself never calls back.
import gc
import weakref

gc.disable()


class Thing:
    pass


def gone(ref):
    print("never printed")


t = Thing()
t.me = t
t.ref = weakref.ref(t, gone)
del t
print(gc.collect() > 0)


def outside(ref):
    print("called")


t = Thing()
t.me = t
r = weakref.ref(t, outside)
del t
print(gc.collect() > 0)

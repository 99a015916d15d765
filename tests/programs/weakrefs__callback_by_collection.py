# The callback of a reference to garbage is called once, with the dead reference.
import gc
import weakref

gc.disable()
gc.collect()


class Thing:
    pass


def gone(ref):
    print("callback", ref is r, ref())


t = Thing()
t.row = [t]
r = weakref.ref(t, gone)
del t
print("unreachable")
gc.collect()
gc.collect()
print("end")

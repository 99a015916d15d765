# gc.garbage is a list like any other; what a program puts there stays there.
import gc
import weakref

gc.collect()


class Thing:
    pass


t = Thing()
r = weakref.ref(t)
gc.garbage.append(t)
del t
print(gc.collect(), r() is None)
gc.garbage.pop()
print(r() is None)

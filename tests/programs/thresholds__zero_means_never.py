# A threshold of 0 switches automatic collection off.
import gc
import weakref


class Thing:
    pass


gc.collect()
gc.set_threshold(0)
print(gc.get_threshold()[0], gc.isenabled())
t = Thing()
t.me = t
r = weakref.ref(t)
del t
keep = [[i] for i in range(5000)]
print(r() is None)
gc.set_threshold(100)
more = [[i] for i in range(200)]
print(r() is None)

# With the collector disabled nothing is collected until collect() is called.
import gc
import weakref


class Thing:
    pass


gc.disable()
gc.collect()
gc.set_threshold(10)
t = Thing()
t.me = t
r = weakref.ref(t)
del t
keep = [[i] for i in range(1000)]
print(gc.isenabled(), r() is None)
gc.enable()
more = [[i] for i in range(1000)]
print(gc.isenabled(), r() is None)

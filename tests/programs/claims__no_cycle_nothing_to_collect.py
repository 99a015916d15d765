# Claim: where there is no cycle gc.collect() frees nothing more. True.
import gc
import weakref


class Thing:
    pass


gc.disable()
gc.collect()
a = [Thing()]
r = weakref.ref(a[0])
del a
print(r() is None, gc.collect())

# Claim: the collector does not close files. False for a file in a collected cycle.
# needs: files
import gc
import weakref

gc.disable()
gc.collect()


class Holder:
    pass


h = Holder()
h.me = h
h.file = open(__file__)
r = weakref.ref(h.file)
del h
print(r().closed)
gc.collect()
print(r() is None)

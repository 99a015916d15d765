# A class can be weakly referenced; it is in a cycle with itself.
import gc
import weakref

gc.disable()
gc.collect()


class Gone:
    pass


r = weakref.ref(Gone)
del Gone
print(r() is None)
gc.collect()
print(r() is None)

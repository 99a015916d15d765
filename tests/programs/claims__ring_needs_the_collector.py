# Claim: a ring of lists is not freed by counting references. True: it waits for the collector.
import gc
import weakref


class Row(list):
    pass


gc.disable()
gc.collect()
a = Row()
b = Row([a])
a.append(b)
r = weakref.ref(a)
del a
del b
print(r() is not None)
gc.collect(0)
print(r() is None)

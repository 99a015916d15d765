# Deep nesting of mixed containers is freed as well.
import gc
import weakref

gc.disable()
gc.collect()


class Last:
    pass


last = Last()
alive = weakref.ref(last)
deep = last
del last
for i in range(50000):
    deep = ({"k": [deep]},)
print(alive() is None)
del deep
print(alive() is None)
print(gc.collect())

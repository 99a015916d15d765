# A cycle that is broken before its names go needs no collector.
import gc
import weakref

gc.disable()
gc.collect()


class Node:
    pass


a = Node()
b = Node()
a.other = b
b.other = a
ra = weakref.ref(a)
rb = weakref.ref(b)
a.other = None
del a
print(ra() is None, rb() is None)
del b
print(ra() is None, rb() is None)
print(gc.collect())

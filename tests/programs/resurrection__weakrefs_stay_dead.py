# A weak reference cleared by the collector stays so, up to 3.14.
import gc
import weakref

gc.disable()
saved = []


class Node:
    def __init__(self):
        self.me = self

    def __del__(self):
        saved.append(self)


n = Node()
r = weakref.ref(n)
del n
gc.collect()
print(len(saved), r() is None)

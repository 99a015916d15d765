# One weak link is enough to make a ring die by its counts.
import gc
import weakref

gc.disable()
gc.collect()


class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


a = Node("a")
b = Node("b")
c = Node("c")
a.next = b
b.next = c
c.next = weakref.ref(a)
del b, c
print(a.next.next.next() is a)
del a
print(gc.collect())

# With a weak reference to the parent there is no cycle.
import gc
import weakref

gc.disable()


class Node:
    def __del__(self):
        print("del", self.name)


def strong():
    parent = Node()
    child = Node()
    parent.name = "strong parent"
    child.name = "strong child"
    parent.child = child
    child.parent = parent


def weak():
    parent = Node()
    child = Node()
    parent.name = "weak parent"
    child.name = "weak child"
    parent.child = child
    child.parent = weakref.ref(parent)


gc.collect()
strong()
print("strong returned")
weak()
print("weak returned")
print(gc.collect() > 0)

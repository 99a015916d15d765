# Claim: a weak reference to the parent keeps parent and child from being a cycle. True.
import gc
import weakref

gc.disable()
gc.collect()


class Node:
    def __init__(self, name):
        self.name = name
        self.child = None
        self.parent = None

    def __del__(self):
        print("del", self.name)


p = Node("weak parent")
p.child = Node("its child")
p.child.parent = weakref.ref(p)
del p
print("without a collection")
p = Node("strong parent")
p.child = Node("child that holds it")
p.child.parent = p
del p
print("nothing yet")
print(gc.collect() > 0)

# A parent that hands its bound method to its child makes a cycle.
import gc
import weakref

gc.disable()
gc.collect()


class Child:
    def __init__(self, notify):
        self.notify = notify


class Parent:
    def __init__(self):
        self.child = Child(self.changed)

    def changed(self):
        pass


p = Parent()
r = weakref.ref(p)
del p
print(r() is None)
gc.collect()
print(r() is None)
p = Parent()
r = weakref.ref(p)
p.child.notify = None
del p
print(r() is None)

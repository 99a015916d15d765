# A class that lists its instances keeps them; weak references do not.
# needs: weak containers
import gc
import weakref


class Strong:
    instances = []

    def __init__(self):
        Strong.instances.append(self)


class Weak:
    instances = weakref.WeakSet()

    def __init__(self):
        Weak.instances.add(self)


for i in range(5):
    Strong()
    Weak()
gc.collect()
print(len(Strong.instances), len(Weak.instances))

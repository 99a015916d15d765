# A registry of bound methods keeps the objects that registered them.
import gc
import weakref


class Source:
    def __init__(self):
        self.listeners = []

    def add(self, listener):
        self.listeners.append(listener)


class View:
    def __init__(self, source):
        source.add(self.update)

    def update(self):
        pass


source = Source()
view = View(source)
ref = weakref.ref(view)
del view
gc.collect()
print("kept:", ref() is not None)
source.listeners.clear()
print("kept:", ref() is not None)

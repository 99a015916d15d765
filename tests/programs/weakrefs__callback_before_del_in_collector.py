# In the collector callbacks run before any finalizer.
import gc
import weakref

gc.disable()


class Thing:
    def __init__(self, name):
        self.name = name
        self.me = self

    def __del__(self):
        print("__del__", self.name, refs[self.name]() is None)


def gone_a(ref):
    print("callback a", ref())


def gone_b(ref):
    print("callback b", ref())


a = Thing("a")
b = Thing("b")
refs = {"a": weakref.ref(a, gone_a), "b": weakref.ref(b, gone_b)}
del a, b
print(gc.collect() > 0)

# start, weak reference callbacks, finalizers, stop.
import gc
import weakref

gc.disable()


class Node:
    def __init__(self):
        self.me = self

    def __del__(self):
        print("__del__")


def phase(phase, info):
    print(phase)


def gone(ref):
    print("weakref callback")


n = Node()
r = weakref.ref(n, gone)
del n
gc.callbacks.append(phase)
gc.collect()
gc.callbacks.remove(phase)

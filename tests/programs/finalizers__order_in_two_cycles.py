# Finalizers of separate cycles run in one sequence over the collector's list.
import gc

gc.disable()


class D:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


gc.collect()
a1 = D("a1")
b1 = D("b1")
a2 = D("a2")
b2 = D("b2")
a1.other = a2
a2.other = a1
b1.other = b2
b2.other = b1
del b1, b2, a1, a2
gc.collect()

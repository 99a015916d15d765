# A full collection appends the younger generations to the oldest's list.
import gc

gc.disable()


class D:
    def __init__(self, name):
        self.name = name
        self.me = self

    def __del__(self):
        print("del", self.name)


gc.collect()
a = D("two collections")
gc.collect()
gc.collect()
b = D("one collection")
gc.collect(0)
c = D("none")
del a, b, c
gc.collect()

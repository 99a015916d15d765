# Two collections turn the order of a list's elements twice.
import gc

gc.disable()


class D:
    def __init__(self, name):
        self.name = name
        self.me = self

    def __del__(self):
        print("del", self.name)


gc.collect()
row = [D(0), D(1), D(2), D(3)]
gc.collect(0)
gc.collect(1)
del row
gc.collect()
row = [D(0), D(1), D(2), D(3)]
gc.collect(0)
gc.collect(0)
gc.collect(1)
gc.collect(2)
del row
gc.collect()

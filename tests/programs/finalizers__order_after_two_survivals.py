# Every collection links the elements of a list from its end again.
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

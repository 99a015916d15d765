# Each collection links survivors again in the order in which it found them.
import gc

gc.disable()


class D:
    def __init__(self, name):
        self.name = name
        self.me = self

    def __del__(self):
        print("del", self.name)


gc.collect()
row = [D(0), D(1), D(2)]
gc.collect()
del row
gc.collect()
table = {"a": D("a"), "b": D("b"), "c": D("c")}
gc.collect()
del table
gc.collect()

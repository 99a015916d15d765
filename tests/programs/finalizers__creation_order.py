# Garbage that never survived a collection is finalized in creation order.
import gc

gc.disable()


class D:
    def __init__(self, name):
        self.name = name
        self.me = self

    def __del__(self):
        print("del", self.name)


def make():
    row = [D(0), D(1), D(2), D(3)]


gc.collect()
make()
gc.collect()

# Finalizers run by an automatic collection, in the middle of a loop.
import gc


class D:
    def __init__(self, name):
        self.name = name
        self.me = self

    def __del__(self):
        print("del", self.name)


gc.disable()
gc.collect()
gc.set_threshold(100, 1000, 1000)
D("first")
D("second")
keep = [None] * 300
gc.enable()
for i in range(300):
    keep[i] = [i]
    if i == 50:
        print("fifty")
    if i == 150:
        print("a hundred and fifty")
gc.disable()

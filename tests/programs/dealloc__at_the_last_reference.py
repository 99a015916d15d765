# An object dies at once with its last reference, without any collection.
import gc

gc.disable()


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


a = Noisy("a")
b = a
del a
print("one name left")
del b
print("none left")
c = Noisy("c")
c = Noisy("new c")
print("rebound")
Noisy("never named")
print("end")

# What functions and classes hold dies at exit after what the globals hold.
import gc

gc.collect()


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def f():
    pass




f.x = Noisy("function attribute")
a = Noisy("a")
table = {"k": Noisy("in dict")}
_hidden = Noisy("_hidden")
print("end of program")

# A collection before the end changes the order in which the globals die.
import gc


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


a = Noisy("a")
b = Noisy("b")
row = [Noisy("row 0"), Noisy("row 1")]
c = Noisy("c")
c.me = c
d = Noisy("d")
gc.collect()
print("end of program")

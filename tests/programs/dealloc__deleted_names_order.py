# del a, b deletes from left to right.
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


a = Noisy("a")
b = Noisy("b")
c = Noisy("c")
del c, a, b
x, y = Noisy("x"), Noisy("y")
x, y = y, x
print("swapped")
x, y = None, None

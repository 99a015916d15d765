# Attributes are dropped in the order in which they were first set.
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


class Owner:
    def __init__(self):
        self.b = Noisy("b")
        self.a = Noisy("a")
        self.c = Noisy("c")


o = Owner()
del o
o = Owner()
o.a = Noisy("new a")
print("replaced")
del o.b
o.b = Noisy("new b")
print("set again")
del o

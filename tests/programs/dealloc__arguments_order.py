# A call's arguments die in the order of the version.
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def three(a, b, c):
    print("inside")


three(Noisy("a"), Noisy("b"), Noisy("c"))
print("after")


def rebind(a, b):
    a = None
    print("a rebound")


rebind(Noisy("a"), Noisy("b"))

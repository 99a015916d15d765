# Variables shared with an inner function live in cells and die with them.
# needs: closures
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def outer():
    a = Noisy("a")
    b = Noisy("b")
    c = Noisy("c")

    def inner():
        return b

    print("returning")
    return inner


f = outer()
print("returned")
del f
print("end")

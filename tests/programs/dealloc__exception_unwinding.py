# An exception's frames are freed when the except block is left.
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def inner():
    a = Noisy("inner a")
    b = Noisy("inner b")
    raise ValueError("x")


def outer():
    c = Noisy("outer c")
    inner()


try:
    outer()
except ValueError:
    print("caught")
print("after")
try:
    outer()
except ValueError as error:
    print("caught", error)
print("after")

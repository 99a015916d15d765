# Locals die at return: first to last up to 3.13, last to first from 3.14.
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def work():
    a = Noisy("a")
    b = Noisy("b")
    c = Noisy("c")
    print("returning")


work()
print("returned")

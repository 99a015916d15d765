# A local that was deleted or rebound is not there to die at return.
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def work(arg):
    a = Noisy("a")
    b = Noisy("b")
    del a
    print("a deleted")
    c = Noisy("c")
    b = Noisy("b2")
    print("b rebound")
    a = Noisy("a2")
    return c


kept = work(Noisy("arg"))
print("returned", kept.name)

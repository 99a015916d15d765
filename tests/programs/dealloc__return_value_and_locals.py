# The returned value survives while the other locals die.
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def make(arg):
    a = Noisy("a")
    b = Noisy("b")
    return b


print(make(Noisy("arg")).name)
kept = make(1)
print("kept", kept.name)
kept = make(2)
print("end")

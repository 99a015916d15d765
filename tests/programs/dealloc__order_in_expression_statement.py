# A call whose result is not used drops it before the next statement.
class Noisy:
    def __init__(self, name):
        self.name = name
        print("new", name)

    def __del__(self):
        print("del", self.name)

    def link(self, other):
        self.other = other
        return other


Noisy("a").link(Noisy("b"))
print("next")
Noisy("c").link(Noisy("d")).link(Noisy("e"))
print("end")

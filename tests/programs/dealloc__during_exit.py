# At exit the globals die in the order in which they were defined.
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


b = Noisy("b")
a = Noisy("a")
_c = Noisy("_c")
row = [Noisy("row 0"), Noisy("row 1")]
cycle = Noisy("cycle")
cycle.me = cycle
print("end of program")

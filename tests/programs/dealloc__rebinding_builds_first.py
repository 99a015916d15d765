# The new value is built before the old one dies.
class Noisy:
    def __init__(self, name):
        self.name = name
        print("new", name)

    def __del__(self):
        print("del", self.name)


a = Noisy("1")
a = Noisy("2")
row = [Noisy("x"), Noisy("y")]
row[0] = Noisy("z")
row[:] = [Noisy("w")]
print("end")

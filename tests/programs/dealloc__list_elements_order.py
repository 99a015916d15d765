# A list drops its elements from the last to the first, a dict from the first.
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


row = [Noisy("list 0"), Noisy("list 1"), Noisy("list 2")]
del row
pair = (Noisy("tuple 0"), Noisy("tuple 1"))
del pair
table = {"x": Noisy("dict x"), "y": Noisy("dict y")}
del table
row = [Noisy("slice 0"), Noisy("slice 1"), Noisy("slice 2")]
del row[0:2]
print("slice gone")

# Dropping the outermost container drops what only it held, outside first.
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


box = [Noisy("a"), [Noisy("b"), {"k": Noisy("c"), "l": (Noisy("d"), Noisy("e"))}], Noisy("f")]
kept = box[1][0]
del box
print("box gone")
del kept

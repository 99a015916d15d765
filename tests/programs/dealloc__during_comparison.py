# An object that removes itself while it is in use stays alive until then.
class Noisy:
    def __init__(self, name):
        self.name = name

    def leave(self):
        row.clear()
        print("cleared", self.name)

    def __del__(self):
        print("del", self.name)


row = [Noisy("a"), Noisy("b")]
row[0].leave()
print("end")

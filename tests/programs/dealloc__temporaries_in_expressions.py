# Temporaries of an expression die as soon as it is done with them.
class Noisy:
    def __init__(self, name):
        self.name = name
        print("new", name)

    def __del__(self):
        print("del", self.name)

    def get(self):
        return self.name


print(Noisy("a").get())
print([Noisy("b"), Noisy("c")][1].name)
print(len([Noisy("d"), Noisy("e")]))
Noisy("f").name
print(Noisy("g").name + Noisy("h").name)

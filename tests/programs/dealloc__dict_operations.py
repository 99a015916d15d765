# pop, update and clear drop the values they replace.
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


d = {"a": Noisy("a"), "b": Noisy("b"), "c": Noisy("c")}
d["b"] = Noisy("b2")
d.pop("a")
print("popped")
d.update({"c": Noisy("c2"), "d": Noisy("d")})
print("updated")
d.setdefault("d", Noisy("unused"))
print("set default")
d.clear()
print("cleared")

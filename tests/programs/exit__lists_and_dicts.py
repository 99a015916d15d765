# What a global list or dictionary holds dies with it, in its order.
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


rows = [Noisy("r0"), Noisy("r1"), Noisy("r2")]
table = {"a": Noisy("ta"), "b": Noisy("tb")}
pair = (Noisy("p0"), Noisy("p1"))
single = Noisy("single")
print("end of program")

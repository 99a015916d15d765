# A dictionary drops each key before its value.
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


d = {Noisy("k1"): Noisy("v1"), Noisy("k2"): Noisy("v2")}
del d
print("end")

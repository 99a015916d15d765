# A function that rebinds a global drops the former value at once.
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


current = Noisy("first")


def replace(name):
    global current
    current = Noisy(name)
    print("replaced")


replace("second")
replace("third")
del current
print("end")

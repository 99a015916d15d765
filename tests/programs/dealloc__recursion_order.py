# The locals of a recursion die from the innermost call outwards.
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def down(n):
    a = Noisy(f"a{n}")
    if n > 0:
        down(n - 1)
    b = Noisy(f"b{n}")
    print("leaving", n)


down(2)

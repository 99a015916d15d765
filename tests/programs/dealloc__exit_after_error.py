# An uncaught error's traceback holds the frames' locals until it was printed.
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


a = Noisy("global")


def fail(n):
    local = Noisy("local")
    return 1 // n


fail(0)

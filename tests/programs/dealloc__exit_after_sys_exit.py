# sys.exit() leaves by an exception; locals of the frames die on the way.
import sys


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def leave():
    a = Noisy("local")
    sys.exit(3)


g = Noisy("global")
leave()

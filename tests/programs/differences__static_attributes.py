# Which attributes a class's methods set is told by a tuple, which may be the very object that an equal one elsewhere is.
import sys


class C:
    def __init__(self):
        self.x = self.y = 1


names = ("x", "y")
print(sys.getrefcount(names))

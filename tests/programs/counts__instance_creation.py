# __init__'s arguments are passed through the class's call.
import sys


class C:
    def __init__(self, x):
        print("init", sys.getrefcount(x), sys.getrefcount(self))
        self.x = x
        print("set", sys.getrefcount(x))


a = []
c = C(a)
print(sys.getrefcount(a), sys.getrefcount(c))
C([])

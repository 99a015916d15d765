# __new__ and __init__ get the same arguments.
# needs: inheritance, special methods
import sys


class C:
    def __new__(cls, x):
        print("new", sys.getrefcount(x))
        self = super().__new__(cls)
        print("made", sys.getrefcount(self))
        return self

    def __init__(self, x):
        print("init", sys.getrefcount(x), sys.getrefcount(self))


a = []
c = C(a)
print(sys.getrefcount(c))

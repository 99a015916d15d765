# self is an argument like any other, in __init__ as in a method.
import sys


class C:
    def __init__(self):
        print("init", sys.getrefcount(self))

    def method(self):
        print("method", sys.getrefcount(self))


c = C()
c.method()
C().method()
print(sys.getrefcount(c))
bound = c.method
print(sys.getrefcount(c))
bound()
del bound
print(sys.getrefcount(c))

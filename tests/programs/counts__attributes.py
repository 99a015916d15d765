# An attribute is a reference, whether in an instance or in a class.
import sys


class Box:
    pass


x = []
box = Box()
box.content = x
print(sys.getrefcount(x))
Box.shared = x
print(sys.getrefcount(x))
print(sys.getrefcount(box.content))
box.content = 1
print(sys.getrefcount(x))
del Box.shared
print(sys.getrefcount(x))

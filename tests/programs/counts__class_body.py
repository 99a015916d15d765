# Names in a class body become attributes and hold what they name.
import sys

a = []


class C:
    x = a
    y = x
    print(sys.getrefcount(x))


print(sys.getrefcount(a))
del C.y
print(sys.getrefcount(a))

# A constant is held by its code object beside its names.
import sys

a = 123456789
print(sys.getrefcount(a) > 2)
b = 10**20 + 1
base = sys.getrefcount(b)
c = b
d = [b, b]
print(sys.getrefcount(b) - base)


def f():
    return 987654321


x = f()
y = f()
print(x is y)

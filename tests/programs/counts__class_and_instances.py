# Every instance refers to its class.
import sys


class A:
    pass


base = sys.getrefcount(A)
one = A()
print(sys.getrefcount(A) - base)
two = A()
three = A()
print(sys.getrefcount(A) - base)
del one, two
print(sys.getrefcount(A) - base)
row = [A() for i in range(10)]
print(sys.getrefcount(A) - base)

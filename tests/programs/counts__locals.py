# A local variable's reference ends with the call, and 3.14 borrows it.
import sys


def one():
    x = []
    print(sys.getrefcount(x))
    y = x
    print(sys.getrefcount(x))
    z = [x]
    print(sys.getrefcount(x))


def show(p):
    print(sys.getrefcount(p))


def two():
    x = []
    show(x)
    show([])


one()
two()

# A value kept on the stack across a branch is a reference of its own.
import sys


def two(a, b):
    return b


def measure(flag):
    x = []
    print(sys.getrefcount(x))
    print(two(x, sys.getrefcount(x)))
    print(two(x, sys.getrefcount(x) if flag else 0))
    print([x, x, sys.getrefcount(x)][2])


measure(True)

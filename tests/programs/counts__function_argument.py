# How many references a call adds to its argument depends on the version.
import sys

a = []
print(sys.getrefcount(a))


def func(a):
    print(sys.getrefcount(a))


func(a)
print(sys.getrefcount(a))

# The count of a function's argument, 2.7 beside the others.
# versions: 2.7 3.8+
import sys

a = []
print(sys.getrefcount(a))


def func(a):
    print(sys.getrefcount(a))


def outer(a):
    func(a)


func(a)
outer(a)
print(sys.getrefcount(a))

# Every call that passes the argument on adds what one call adds.
import sys


def third(x):
    print("third", sys.getrefcount(x))


def second(x):
    print("second", sys.getrefcount(x))
    third(x)


def first(x):
    print("first", sys.getrefcount(x))
    second(x)
    print("first again", sys.getrefcount(x))


a = []
first(a)
print(sys.getrefcount(a))

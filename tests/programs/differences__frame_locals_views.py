import sys


def f():
    x = 1
    return type(sys._getframe().f_locals.keys()).__name__


print(f())

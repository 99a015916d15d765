# A variable of an enclosing function lives in a cell, which holds it.
# needs: closures
import sys


def outer(x):
    print("outer", sys.getrefcount(x))

    def inner():
        print("inner", sys.getrefcount(x))

    inner()
    print("outer again", sys.getrefcount(x))
    return inner


a = []
f = outer(a)
print(sys.getrefcount(a))
f()
del f
print(sys.getrefcount(a))

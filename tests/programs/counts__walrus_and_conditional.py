# A value bound inside an expression counts from then on.
import sys


def f():
    if (x := []) is not None:
        print(sys.getrefcount(x))
    print(sys.getrefcount(y := x), sys.getrefcount(x))
    z = x if y else x
    print(sys.getrefcount(x))
    w = x or y
    print(sys.getrefcount(w))
    print(sys.getrefcount(x or y), sys.getrefcount(x and y))


f()

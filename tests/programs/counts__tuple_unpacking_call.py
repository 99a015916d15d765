# A value on its way through a tuple is held by the tuple.
import sys


def f(x):
    a, b = x, x
    print(sys.getrefcount(x))
    a, b = b, a
    print(sys.getrefcount(x))
    (c, d), e = (a, b), x
    print(sys.getrefcount(x))
    return a, b


v = []
r = f(v)
print(sys.getrefcount(v))

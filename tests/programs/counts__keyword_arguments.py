# Arguments by keyword, by ** and by default.
# needs: varargs, defaults
import sys


def one(x=None):
    print(sys.getrefcount(x))


def gather(**kw):
    print(sys.getrefcount(kw["x"]))


def only(*, x):
    print(sys.getrefcount(x))


a = []
one(x=a)
one(**{"x": a})
gather(x=a)
gather(**{"x": a})
only(x=a)
d = {"x": a}
one(**d)
print(sys.getrefcount(a))

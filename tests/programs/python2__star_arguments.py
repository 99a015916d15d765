# f(*[a]), 2.7 beside the others.
# versions: 2.7 3.8+
# needs: varargs
import sys


def f(x):
    print(sys.getrefcount(x))


def g(*args):
    print(sys.getrefcount(args[0]))


a = []
f(*[a])
g(a)
f(x=a)

# While an exception travels, its traceback holds the frames and their locals.
import sys


def fail(x):
    raise ValueError


def f(x):
    try:
        fail(x)
    except ValueError:
        print("in except", sys.getrefcount(x))
    print("after", sys.getrefcount(x))


a = []
f(a)
try:
    fail(a)
except ValueError as e:
    print(sys.getrefcount(a))
print(sys.getrefcount(a))

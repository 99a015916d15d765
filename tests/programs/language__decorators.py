# Decorators apply from the lowest up; wraps keeps the name.
# needs: decorators, closures, varargs, functools
import functools


def loud(f):
    @functools.wraps(f)
    def inner(*args, **kw):
        print("call", f.__name__, args, kw)
        return f(*args, **kw)

    return inner


def times(n):
    def wrap(f):
        print("wrap", f.__name__, n)

        def inner(*args):
            return [f(*args) for i in range(n)]

        return inner

    return wrap


@times(2)
@loud
def add(a, b=1):
    return a + b


print(add(3), add(1, 2))


@loud
def named():
    """A text."""


print(named.__name__, named.__doc__)
named()

# Context managers: what is freed when a block ends, normally and by an exception.
# needs: with, try
import contextlib
import sys


class Resource:
    def __init__(self, name):
        self.name = name
        print("acquire", name)

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind.__name__ if kind else None)
        return self.name == "swallows"

    def __del__(self):
        print("del", self.name)


with Resource("a") as a, Resource("b"):
    print("body", sys.getrefcount(a) - 1)
print("after")
del a
with Resource("swallows"):
    raise ValueError("lost")
print("went on")
try:
    with Resource("outer"):
        with Resource("inner"):
            raise KeyError("through")
except KeyError as error:
    print("caught", error)


@contextlib.contextmanager
def managed(name):
    r = Resource(name)
    try:
        yield r
    finally:
        print("finally", name)


with managed("gen") as r:
    print(r.name)
del r
try:
    with managed("gen2"):
        raise ZeroDivisionError("inside")
except ZeroDivisionError as error:
    print(error)
with contextlib.ExitStack() as stack:
    for n in range(3):
        stack.enter_context(Resource(n))
    stack.callback(print, "callback")
print("closed all")
with contextlib.suppress(LookupError):
    [][1]
with contextlib.closing(open(__file__)) as f:
    print(f.closed)
print(f.closed)


def returns():
    with Resource("returning") as r:
        return r.name


print(returns())

# How much the youngest count grows for a hundred objects of each kind.
# needs: closures, generators, lambda, builtins, collections
import collections
import gc

gc.disable()


class A:
    def m(self):
        pass


class WithInit:
    def __init__(self):
        self.x = 1
        self.y = 2


def gen():
    yield 1


def closure(x):
    def inner():
        return x

    return inner


a = A()
WithInit()
kinds = [
    ("bound method", lambda: a.m),
    ("instance", A),
    ("instance with attributes", WithInit),
    ("generator", gen),
    ("closure", lambda: closure(a)),
    ("lambda", lambda: lambda: 0),
    ("exception", ValueError),
    ("frozenset", lambda: frozenset([1])),
    ("list of a tuple", lambda: [(1, 2)]),
    ("dict", lambda: {"k": a}),
    ("iterator", lambda: iter([1])),
    ("deque", collections.deque),
    ("object", object),
    ("int", lambda: 10**10),
    ("slice", lambda: slice(1, 2)),
    ("set", set),
]
keep = [None] * 100
for name, make in kinds:
    for i in range(100):
        keep[i] = None
    make()
    gc.collect()
    before = gc.get_count()[0]
    for i in range(100):
        keep[i] = make()
    after = gc.get_count()[0]
    print(name, (after - before + 10) // 100)

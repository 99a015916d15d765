# How much the count falls when a hundred objects of each kind die.
# needs: closures, generators, lambda, builtins
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
    ("dict", lambda: {"k": a}),
    ("list", lambda: [a]),
    ("pair", lambda: (a, a)),
    ("iterator", lambda: iter([1])),
    ("slice", lambda: slice(1, 2)),
    ("set", set),
]
keep = [None] * 100
for name, make in kinds:
    make()
    gc.collect()
    for i in range(100):
        keep[i] = make()
    before = gc.get_count()[0]
    for i in range(100):
        keep[i] = None
    after = gc.get_count()[0]
    print(name, (before - after + 10) // 20 * 20)

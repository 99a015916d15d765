# A closure holds cells, and a cell holds whatever the name holds last.
# needs: closures, nonlocal
import gc
import sys
import weakref

gc.collect()


class Big:
    def __init__(self, n):
        self.n = n
        self.data = list(range(n))

    def __del__(self):
        print("Big", self.n, "freed")


def make(n):
    big = Big(n)
    total = sum(big.data)

    def uses_total():
        return total

    def uses_big():
        return len(big.data)

    def drops():
        nonlocal big
        big = None

    return uses_total, uses_big, drops


t, b, d = make(10)
print(t(), b())
print(t.__code__.co_freevars, b.__code__.co_freevars, d.__code__.co_freevars)
print([type(c.cell_contents).__name__ for c in b.__closure__], len(t.__closure__))
print(b.__closure__[0] is d.__closure__[0], sys.getrefcount(b.__closure__[0]))
cell = b.__closure__[0]
print(cell == d.__closure__[0], sys.getsizeof(cell), gc.is_tracked(cell))
d()
print(cell.cell_contents)
cell.cell_contents = "set from outside"
try:
    b()
except AttributeError as error:
    print(error)
del cell.cell_contents
try:
    b()
except NameError as error:
    print(type(error).__name__, error)
try:
    cell.cell_contents
except ValueError as error:
    print(error)
print(make.__code__.co_cellvars, make.__code__.co_varnames, make.__code__.co_nlocals)


def loop():
    fs = []
    for i in range(3):
        def f(i=i, *, big=Big(i)):
            return i, big.n
        fs.append(f)
    return fs


fs = loop()
print([f() for f in fs], [f.__defaults__ for f in fs], [f.__kwdefaults__["big"].n for f in fs])
del fs[1]
fs[0].__kwdefaults__ = None
try:
    fs[0]()
except TypeError as error:
    print(error)
del fs


def cycle():
    big = Big(99)

    def recursive(n):
        return n and recursive(n - 1) or big.n
    return recursive(3)


print(cycle())
print(gc.collect())

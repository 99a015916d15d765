# Closures in a loop share the variable; a default argument copies the reference.
# needs: closures, gc
import sys
import weakref


class Big:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"Big({self.n})"


late = [lambda: i for i in range(3)]
print([f() for f in late])
early = [lambda i=i: i for i in range(3)]
print([f() for f in early])


def handlers():
    out = []
    for item in (Big(1), Big(2), Big(3)):
        out.append(lambda: item)
    return out


hs = handlers()
print([h() for h in hs], hs[0].__closure__[0] is hs[2].__closure__[0])
print(sys.getrefcount(hs[0].__closure__[0]) - 1, hs[0].__closure__[0].cell_contents)
refs = [weakref.ref(h()) for h in hs]
print([r() for r in refs])
del hs
print([r() for r in refs])


def counter():
    n = 0

    def step(by=1):
        nonlocal n
        n += by
        return n

    return step


c = counter()
c(), c(5)
print(c(), c.__closure__[0].cell_contents, c.__code__.co_freevars, counter.__code__.co_cellvars)


def make_cycle():
    big = Big(9)

    def again():
        return again, big

    return weakref.ref(big)


import gc
gc.disable()
gc.collect()
r = make_cycle()
print(r())
print(gc.collect(), r())
gc.enable()

# A closure holds the whole variable, not what it uses of it.
# needs: closures, lambda
import weakref


class Big:
    def __init__(self):
        self.small = 1


def make():
    big = Big()
    r = weakref.ref(big)
    return (lambda: big.small), r


def make_better():
    big = Big()
    r = weakref.ref(big)
    small = big.small
    return (lambda: small), r


f, r = make()
print(f(), r() is None)
f, r = make_better()
print(f(), r() is None)

# Up to 3.10 a frame drops its cells after its plain locals, parameters that inner functions use included; later in
# the order of the names.
# needs: everything


class N:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def parameter(p):
    inner = lambda: p
    p = N("cell of a parameter")
    z = N("local")


parameter(1)
print()


def several(p, q):
    first = N("first local")
    inner = [lambda: (p, q, b, a)]
    b = N("cell b")
    a = N("cell a")
    p = N("cell p")
    last = N("last local")


several(1, N("cell q"))
print()


def free():
    outer = N("outer cell")

    def inner(x):
        own = lambda: (x, outer)
        y = N("inner local")
        x = N("inner cell")
        return y.name

    print(inner(1))
    z = N("outer local")


free()
print()


def gen(p):
    inner = lambda: p
    z = N("generator's local")
    yield 1
    yield p


g = gen(N("generator's cell"))
next(g)
del g


def kept(p):
    inner = lambda: p
    z = N("kept local")
    raise ValueError


try:
    kept(N("kept cell"))
except ValueError:
    print("caught")

# Iterators, slices, methods, cells and generators: who is tracked.
# needs: generators, closures, builtins
import gc


def gen():
    yield 1


def outer():
    x = 1

    def inner():
        return x

    return inner


class C:
    def m(self):
        pass


c = C()
things = [
    ("generator", gen()),
    ("closure", outer()),
    ("cell", outer().__closure__[0]),
    ("bound method", c.m),
    ("builtin", len),
    ("bound builtin", [].append),
    ("list iterator", iter([])),
    ("dict view", {}.keys()),
    ("slice", slice(1, 2)),
    ("range", range(3)),
    ("property", property()),
    ("object", object()),
    ("super", super(C, c)),
    ("exception", ValueError()),
    ("type", int),
    ("code", gen.__code__),
    ("bytearray", bytearray(3)),
    ("complex", 1j),
    ("zip", zip()),
    ("enumerate", enumerate([])),
]
for name, x in things:
    print(name, gc.is_tracked(x))

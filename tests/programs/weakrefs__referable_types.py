# Which types take weak references.
# needs: builtins, generators, slots, inheritance
import weakref


class Plain:
    pass


class Slots:
    __slots__ = ("x",)


class SlotsWeak:
    __slots__ = ("x", "__weakref__")


class L(list):
    pass


class D(dict):
    pass


class T(tuple):
    pass


class I(int):
    pass


def gen():
    yield 1


things = [Plain(), Slots(), SlotsWeak(), L(), D(), T(), I(1), {1}, frozenset([1]), gen, gen(), Plain, len, gen.__code__, weakref, object(), slice(1), bytearray(), ValueError(), Plain().__init__, [].append, property(), iter([])]
for x in things:
    try:
        weakref.ref(x)
        print(type(x).__name__, "yes")
    except TypeError as error:
        print(error)

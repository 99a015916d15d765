# Slots take 8 bytes each and no dictionary.
# needs: slots
import sys


class Zero:
    __slots__ = ()


class One:
    __slots__ = ("a",)


class Three:
    __slots__ = ("a", "b", "c")


class WithWeak:
    __slots__ = ("a", "__weakref__")


class WithDict:
    __slots__ = ("a", "__dict__")


class Sub(Three):
    pass


for kind in (Zero, One, Three, WithWeak, WithDict, Sub):
    print(kind.__name__, sys.getsizeof(kind()))

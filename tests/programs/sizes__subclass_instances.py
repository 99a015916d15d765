# Where an instance of a subclass keeps its dictionary and its weak references.
# needs: inheritance, slots, builtins
import sys


class F(float):
    pass


class B(bytes):
    pass


class I(int):
    __slots__ = ()


class S(str):
    __slots__ = ()


class FS(frozenset):
    pass


class SS(set):
    pass


class T(tuple):
    __slots__ = ()


class Failure(Exception):
    pass


class Deeper(Failure):
    pass


class Plain:
    pass


class More(Plain):
    __slots__ = ("q",)


print(sys.getsizeof(F()), sys.getsizeof(B(b"ab")), sys.getsizeof(I(7)), sys.getsizeof(I(0)))
print(sys.getsizeof(S("abc")), sys.getsizeof(S("\u00e9")))
print(sys.getsizeof(FS()), sys.getsizeof(SS([1, 2, 3])), sys.getsizeof(SS(range(50))))
print(sys.getsizeof(T()), sys.getsizeof(T((1, 2))))
print(sys.getsizeof(Failure()), sys.getsizeof(Deeper()), sys.getsizeof(More()))
for made in ([], Failure(), Plain(), (1, 2), 5):
    print(type(made).__name__, sys.getsizeof(made) - made.__sizeof__())

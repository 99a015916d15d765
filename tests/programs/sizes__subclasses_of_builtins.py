# A subclass of a builtin adds a dictionary and a weak reference list.
# needs: inheritance
import sys


class L(list):
    pass


class D(dict):
    pass


class T(tuple):
    pass


class I(int):
    pass


class S(str):
    pass


print(sys.getsizeof(L()), sys.getsizeof(D()), sys.getsizeof(T()), sys.getsizeof(T((1, 2))))
print(sys.getsizeof(I(5)), sys.getsizeof(S("abc")))


class SL(list):
    __slots__ = ()


print(sys.getsizeof(SL()))

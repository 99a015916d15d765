# Types of the interpreter are smaller than classes, which keep keys for their instances to share.
# needs: inheritance, slots, builtins
import sys


class A:
    pass


class Slotted:
    __slots__ = ("a", "b")


class Failure(Exception):
    pass


class Meta(type):
    pass


class Made(metaclass=Meta):
    pass


print(sys.getsizeof(int), sys.getsizeof(type), sys.getsizeof(Exception))
print(sys.getsizeof(A), sys.getsizeof(Slotted), sys.getsizeof(Failure))
print(sys.getsizeof(Meta), sys.getsizeof(Made))
for kind in (object, int, list, dict, Exception, A, Slotted, Failure):
    print(kind.__name__, kind.__basicsize__)

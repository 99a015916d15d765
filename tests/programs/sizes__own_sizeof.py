# getsizeof() asks __sizeof__ and adds the collector's header.
# needs: special methods
import sys


class A:
    def __sizeof__(self):
        return 1000


a = A()
print(sys.getsizeof(a) - a.__sizeof__())
print(sys.getsizeof([]) - [].__sizeof__())
print(sys.getsizeof(5) - (5).__sizeof__())
print(sys.getsizeof((1,)) - (1,).__sizeof__())
print(sys.getsizeof({}) - {}.__sizeof__())
print(sys.getsizeof("a") - "a".__sizeof__())

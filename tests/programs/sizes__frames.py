# A frame has room for its locals and its stack.
# needs: builtins
import sys


def small():
    return sys.getsizeof(sys._getframe())


def large(a, b, c):
    d = [a, b, c, a, b, c, a, b]
    return sys.getsizeof(sys._getframe()), d


print(small())
print(large(1, 2, 3)[0])

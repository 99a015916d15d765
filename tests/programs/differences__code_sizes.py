# From 3.11 on a code object's size includes its instructions.
# versions: 3.11+
import sys


def f(a, b):
    return a + b


print(sys.getsizeof(f.__code__))

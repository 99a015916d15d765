# A generator's size includes its frame, by version.
# needs: generators
import sys


def gen(a, b):
    c = a + b
    yield c


g = gen(1, 2)
print(sys.getsizeof(g))
print(sys.getsizeof((x for x in [])))
next(g)
print(sys.getsizeof(g))

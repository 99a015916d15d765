# A generator's frame keeps its argument between two values.
# needs: generators
import sys


def gen(x):
    yield sys.getrefcount(x)
    yield sys.getrefcount(x)


a = []
g = gen(a)
print(sys.getrefcount(a))
print(next(g))
print(sys.getrefcount(a))
print(next(g))
for n in g:
    pass
print(sys.getrefcount(a))

# The variable of a comprehension counts while it is bound.
# needs: generators
import sys

a = []


def f(row):
    print([sys.getrefcount(x) for x in row])
    print([sys.getrefcount(a) for x in row])
    print({sys.getrefcount(x): 1 for x in row})
    for n in (sys.getrefcount(x) for x in row):
        print(n)


f([a])
f((a, a))
print(sys.getrefcount(a))

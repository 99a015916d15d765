# Chained, unpacking, starred, annotated and walrus assignments bind references.
import sys

x = []
a = b = x
print(sys.getrefcount(x))
a, b = b, a
print(sys.getrefcount(x))
a, b = x, None
print(sys.getrefcount(x))
first, *rest = [x, x, x]
print(sys.getrefcount(x), rest)
rest = None
c: list = x
print(sys.getrefcount(x))
if (d := x) is x:
    print(sys.getrefcount(x))
(e, [f, g]) = (x, (x, x))
print(sys.getrefcount(x))

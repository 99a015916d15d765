# Each name of one object is one reference; the argument is one more.
import sys

a = []
print(sys.getrefcount(a))
b = a
print(sys.getrefcount(a))
c = b
d = b
e = c
f = e
g = d
print(sys.getrefcount(a))
del c, d
print(sys.getrefcount(a))
b = None
print(sys.getrefcount(a))

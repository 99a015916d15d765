# += on a list keeps the object; on a number it binds a new one.
import sys

a = [1]
b = a
a += [2]
print(a is b, b, sys.getrefcount(a))
a = a + [3]
print(a is b, sys.getrefcount(a), sys.getrefcount(b))
x = []
row = [x]
row *= 3
print(sys.getrefcount(x), len(row))
row += row
print(sys.getrefcount(x), len(row))

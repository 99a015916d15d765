# A container holds a reference to each element, as often as it is in it.
import sys

x = []
print(sys.getrefcount(x))
row = [x, x, x]
print(sys.getrefcount(x))
pair = (x, row)
print(sys.getrefcount(x), sys.getrefcount(row))
table = {"one": x, "two": x}
print(sys.getrefcount(x))
del table["one"]
print(sys.getrefcount(x))
row[0] = None
print(sys.getrefcount(x))
del row[1]
print(sys.getrefcount(x))
del pair
print(sys.getrefcount(x), sys.getrefcount(row))

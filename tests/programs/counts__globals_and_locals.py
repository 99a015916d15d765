# The same program text counts differently in a function's locals and in globals.
import sys

x = []
print(sys.getrefcount(x))
y = x
row = [x, y]
print(sys.getrefcount(x))


def inside():
    x = []
    print(sys.getrefcount(x))
    y = x
    row = [x, y]
    print(sys.getrefcount(x))
    del y
    print(sys.getrefcount(x))
    print(sys.getrefcount(row[0]))


inside()

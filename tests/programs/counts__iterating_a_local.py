# A for loop holds the sequence by its iterator, not by its name.
import sys


def loop(row):
    print(sys.getrefcount(row))
    for x in row:
        print(sys.getrefcount(row), sys.getrefcount(x))
        break
    print(sys.getrefcount(row))


a = [[]]
loop(a)
for x in a:
    print(sys.getrefcount(a))
    del a
    break

# A value that nobody names has only the references of the call itself.
import sys

print(sys.getrefcount([]))
print(sys.getrefcount([1, 2, 3]))
print(sys.getrefcount({}))
x = []
print(sys.getrefcount([x][0]))
print(sys.getrefcount((x, x)[1]))


class Empty:
    pass


print(sys.getrefcount(Empty()))

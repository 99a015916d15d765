# A with statement keeps the exit method, and so the manager.
# needs: with, special methods
import sys


class M:
    def __enter__(self):
        print("enter", sys.getrefcount(self))
        return self

    def __exit__(self, a, b, c):
        print("exit", sys.getrefcount(self))


m = M()
with m:
    print(sys.getrefcount(m))
with m as n:
    print(sys.getrefcount(m))
print(sys.getrefcount(m))
with M() as k:
    print(sys.getrefcount(k))

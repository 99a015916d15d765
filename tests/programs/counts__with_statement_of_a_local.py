# A with statement over a local: what it keeps of the manager until the end.
# needs: with, special methods
import sys


class M:
    def __enter__(self):
        print("enter", sys.getrefcount(self))
        return self

    def __exit__(self, a, b, c):
        print("exit", sys.getrefcount(self))
        return True


def plain():
    m = M()
    with m:
        print(sys.getrefcount(m))
    with m as n:
        print(sys.getrefcount(m))


def raising():
    m = M()
    with m:
        1 / 0
    with M() as k:
        1 / 0


def leaving():
    with M() as k:
        for i in (1, 2):
            with M() as j:
                break
        while True:
            with k:
                return [k]


plain()
raising()
leaving()

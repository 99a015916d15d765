# A function that reads a global borrows nothing from the name.
import sys

shared = []


def look():
    print(sys.getrefcount(shared))
    mine = shared
    print(sys.getrefcount(shared), sys.getrefcount(mine))


def give(x):
    print(sys.getrefcount(shared), sys.getrefcount(x))


look()
give(shared)
print(sys.getrefcount(shared))

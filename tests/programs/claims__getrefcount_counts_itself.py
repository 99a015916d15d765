# Claim: getrefcount() shows one more than expected. True, but not for locals since 3.14.
import sys


class Thing:
    pass


t = Thing()
print("global", sys.getrefcount(t))


def f():
    x = Thing()
    print("local", sys.getrefcount(x))


f()
print("temporary", sys.getrefcount(Thing()))

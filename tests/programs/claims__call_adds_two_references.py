# Claim: a call adds two references to its argument. True up to 3.10; one in 3.11 to 3.13, none from 3.14 on.
import sys


class Thing:
    pass


def f(x):
    return sys.getrefcount(x)


t = Thing()
print(f(t) - sys.getrefcount(t))

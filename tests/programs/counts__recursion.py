# A value passed down a recursion counts at every level up to 3.13.
import sys


def down(x, n):
    if n == 0:
        return sys.getrefcount(x)
    return down(x, n - 1)


a = []
for n in range(6):
    print(n, down(a, n), down([], n))

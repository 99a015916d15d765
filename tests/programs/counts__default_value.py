# A default value is held by the function for ever.
# needs: defaults
import sys

a = []


def f(x=a):
    print(sys.getrefcount(x), x is a)


print(sys.getrefcount(a))
f()
f(a)
f([])
del f
print(sys.getrefcount(a))

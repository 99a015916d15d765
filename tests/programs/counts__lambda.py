# A lambda's argument counts as any function's.
# needs: lambda
import sys

show = lambda x: sys.getrefcount(x)
a = []
print(show(a))
print((lambda: sys.getrefcount(a))())
print((lambda x, y: sys.getrefcount(x))(a, a))

# A for loop's variable keeps the last element after the loop.
import sys

x = []
y = []
for item in [x, y]:
    print(sys.getrefcount(item), sys.getrefcount(x), sys.getrefcount(y))
print(sys.getrefcount(x), sys.getrefcount(y))
del item
print(sys.getrefcount(x), sys.getrefcount(y))

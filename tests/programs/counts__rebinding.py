# Rebinding a name drops the old object's reference after taking the new one.
import sys

x = []
y = x
print(sys.getrefcount(x))
y = 1
print(sys.getrefcount(x))
y = x
y = y
print(sys.getrefcount(x))
y = [x]
y = y[0]
print(sys.getrefcount(x))

# A while loop that rebinds a name keeps the count of the last value only.
import sys

x = []
n = 0
while n < 5:
    last = [x]
    n += 1
print(sys.getrefcount(x))
last = None
print(sys.getrefcount(x))
history = []
while n > 0:
    history.append([x])
    n -= 1
print(sys.getrefcount(x))

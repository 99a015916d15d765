# The key of a KeyError is counted while the error lives, and not after it.
import sys
k = "no" + str(5)
d = {}
print(sys.getrefcount(k))
for _ in range(3):
    try:
        d[k]
    except KeyError as e:
        print(sys.getrefcount(k))
    print(sys.getrefcount(k))
try:
    [][k and 9]
except IndexError as e:
    pass
print(sys.getrefcount(k))

# What getrefcount() prints for an immortal object.
# versions: 3.12+
import sys

print(sys.getrefcount(None))
print(sys.getrefcount(True))
print(sys.getrefcount(1))
print(sys.getrefcount(()))
row = [None] * 1000
print(sys.getrefcount(None))

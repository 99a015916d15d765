# append, insert, pop and clear move references in and out of a list.
import sys

x = []
row = []
row.append(x)
row.insert(0, x)
row.extend([x, x])
print(sys.getrefcount(x))
row.pop()
print(sys.getrefcount(x))
kept = row.pop(0)
print(sys.getrefcount(x))
row.reverse()
row.remove(x)
print(sys.getrefcount(x), len(row))
row.clear()
print(sys.getrefcount(x))

# A dictionary holds its keys and its values.
import sys


class Key:
    pass


k = Key()
v = []
table = {k: v}
print(sys.getrefcount(k), sys.getrefcount(v))
table["again"] = v
print(sys.getrefcount(v))
same = table.get(k)
print(sys.getrefcount(v))
del same
print(table.pop("again") is v, sys.getrefcount(v))
copy = table.copy()
print(sys.getrefcount(k), sys.getrefcount(v))
table.clear()
print(sys.getrefcount(k), sys.getrefcount(v))
copy[k] = None
print(sys.getrefcount(k), sys.getrefcount(v))

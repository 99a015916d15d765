# A function called by map, sorted or filter gets its argument from C.
# needs: builtins, lambda
import sys

a = []
print(list(map(sys.getrefcount, [a])))
print(list(map(lambda x: sys.getrefcount(x), [a])))
print(sorted([a], key=lambda x: print(sys.getrefcount(x)) or 0))
print(list(filter(lambda x: print(sys.getrefcount(x)), [a])))
row = [a]
print([sys.getrefcount(x) for x in row])
print(max([a], key=lambda x: sys.getrefcount(x)) is a)

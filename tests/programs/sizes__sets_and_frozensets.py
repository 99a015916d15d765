# Sets of each size and frozen sets.
# needs: builtins
import sys

for n in [0, 1, 4, 5, 6, 10, 18, 19, 20, 76, 77, 1000]:
    print(n, sys.getsizeof(set(range(n))), sys.getsizeof(frozenset(range(n))))
s = set(range(1000))
s.clear()
print(sys.getsizeof(s))

# list() of something with a length asks for it first.
# needs: builtins
import sys

for n in [0, 1, 3, 4, 5, 8, 9, 10, 16, 17, 100, 1000]:
    print(n, sys.getsizeof(list(range(n))), sys.getsizeof(list((0,) * n)), sys.getsizeof(sorted(range(n))))

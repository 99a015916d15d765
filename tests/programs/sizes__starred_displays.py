# A list display with a starred part: up to 3.8 the parts are made first, and the list is extended by each of them.
# needs: everything
import sys

for n in (0, 1, 3, 8):
    d = {i: i for i in range(n)}
    print(n, sys.getsizeof([0, *d]), sys.getsizeof([*d, 0]), sys.getsizeof([0, *d, 1]), sys.getsizeof([*d, *d]))

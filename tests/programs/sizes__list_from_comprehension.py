# A list that is built element by element has room to spare.
import sys

for n in [0, 1, 3, 4, 5, 8, 9, 10, 16, 17, 100, 1000, 10000]:
    print(n, sys.getsizeof([i for i in range(n)]))

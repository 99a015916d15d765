# "range(10 ** 8) takes more than a gigabyte": in 2.7, where it is a list; since 3.0 it takes the same few bytes always.
# versions: 2.7 3.8+
# needs: sizes
import sys

small, large = range(10), range(100000)
print(sys.getsizeof(large) > 100000)
print(sys.getsizeof(large) == sys.getsizeof(small))

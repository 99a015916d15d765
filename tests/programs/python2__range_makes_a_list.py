# In 2.7 range() makes a list with all its numbers.
# versions: 2.7 3.8+
import sys

a = range(1000)
print(sys.getsizeof(a) > 8000)
print(len(a), a[10], 10 in a)

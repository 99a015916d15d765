# Sets grow when three fifths of their table are used.
import sys

s = {0}
last = sys.getsizeof(s)
print(len(s), last)
for i in range(1, 300):
    s.add(i)
    size = sys.getsizeof(s)
    if size != last:
        print(len(s), size)
        last = size

# A deque keeps its items in blocks of 64.
# needs: collections
import sys
from collections import OrderedDict, deque

row = deque()
last = 0
for i in range(200):
    row.append(i)
    if sys.getsizeof(row) != last:
        last = sys.getsizeof(row)
        print("append", len(row), last)
while row:
    row.popleft()
    if sys.getsizeof(row) != last:
        last = sys.getsizeof(row)
        print("popleft", len(row), last)
for i in range(100):
    row.appendleft(i)
print(sys.getsizeof(row))
row.rotate(40)
print(sys.getsizeof(row))


class O(OrderedDict):
    pass


print(sys.getsizeof(O()), sys.getsizeof(O(a=1, b=2)))

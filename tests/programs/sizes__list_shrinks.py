# A list gives memory back when it is less than half full.
import sys

row = [None] * 100
last = sys.getsizeof(row)
print(len(row), last)
while row:
    row.pop()
    if sys.getsizeof(row) != last:
        last = sys.getsizeof(row)
        print(len(row), last)

# extend, insert and slices grow a list by the same rule.
import sys

row = []
row.extend([1, 2, 3])
print(sys.getsizeof(row))
row.extend((4, 5, 6, 7))
print(sys.getsizeof(row))
row.insert(0, 0)
print(sys.getsizeof(row))
row += [1] * 10
print(sys.getsizeof(row))
row[2:4] = [0] * 10
print(sys.getsizeof(row), len(row))
del row[5:]
print(sys.getsizeof(row), len(row))

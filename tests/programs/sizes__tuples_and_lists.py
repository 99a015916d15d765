# A tuple holds its slots inside; a list's literal takes what it needs.
import sys

for n in range(6):
    print(n, sys.getsizeof((None,) * n), sys.getsizeof([None] * n))
print(sys.getsizeof([]), sys.getsizeof([1]), sys.getsizeof([1, 2]), sys.getsizeof([1, 2, 3]), sys.getsizeof([1, 2, 3, 4]))
a = 1
print(sys.getsizeof([a]), sys.getsizeof([a, a]), sys.getsizeof([a, a, a]))
row = [1, 2, 3]
print(sys.getsizeof(row[:]), sys.getsizeof(row + row), sys.getsizeof(row * 3))
row.append(4)
print(sys.getsizeof(row))
row.pop()
row.pop()
row.pop()
print(sys.getsizeof(row))
row.clear()
print(sys.getsizeof(row))

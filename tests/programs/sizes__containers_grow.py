# Lists grow by steps; the steps changed in 3.9.
import sys

row = []
last = sys.getsizeof(row)
print(0, last)
for i in range(70):
    row.append(i)
    size = sys.getsizeof(row)
    if size != last:
        print(len(row), size)
        last = size
print(sys.getsizeof([1, 2, 3]), sys.getsizeof([1, 2, 3, 4, 5]))
print(sys.getsizeof((1,)), sys.getsizeof((1, 2)), sys.getsizeof((1, 2, 3)))
print(sys.getsizeof([None] * 10), sys.getsizeof([i for i in range(10)]))

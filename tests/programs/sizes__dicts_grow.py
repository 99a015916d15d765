# Dictionaries grow when two thirds of their table are used.
import sys

d = {}
last = sys.getsizeof(d)
print(0, last)
for i in range(200):
    d[i] = None
    size = sys.getsizeof(d)
    if size != last:
        print(len(d), size)
        last = size
print(sys.getsizeof({"a": 1}), sys.getsizeof({1: 1}), sys.getsizeof({"a": 1, "b": 2}))
d = {"a": 1}
d[1] = 2
print(sys.getsizeof(d))

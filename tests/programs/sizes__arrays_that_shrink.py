# Room of arrays and bytearrays that lose elements.
import array
import sys

empty = sys.getsizeof(array.array("d"))
a = array.array("d", [0.0] * 100)
print((sys.getsizeof(a) - empty) // 8)
for cut in (95, 85, 60, 59, 30, 10, 1, 0):
    del a[cut:]
    print(cut, (sys.getsizeof(a) - empty) // 8)
a.extend([1.0] * 20)
for i in range(20):
    a.pop()
    print((sys.getsizeof(a) - empty) // 8, end=" ")
print()
empty = sys.getsizeof(bytearray())
b = bytearray(100)
for cut in (95, 85, 60, 45, 30, 10, 1, 0):
    del b[cut:]
    print(cut, sys.getsizeof(b) - empty)
c = bytearray(range(20))
del c[::3], c[5:2:-1]
print(c)

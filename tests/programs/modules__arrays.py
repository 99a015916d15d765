# array.array: numbers side by side; what they take, and how arrays grow.
# needs: modules
import gc
import sys
from array import array


def attempt(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


for code in "bBhHiIlLqQfd":
    a = array(code, range(10))
    print(code, a.itemsize, sys.getsizeof(a), sys.getsizeof(array(code)), sys.getsizeof(array(code, [1, 2, 3])))
a = array("i")
sizes = []
for i in range(40):
    sizes.append(sys.getsizeof(a))
    a.append(i)
print(sizes)
numbers = list(range(1000, 2000))
print(sys.getsizeof(numbers) + sum(map(sys.getsizeof, numbers)), sys.getsizeof(array("i", numbers)))
print(array("i"), array("d", [1, 2.5]), array("i", [1, 2]) + array("i", [3]), array("i", [1]) * 3, a[1:3], a[-1], len(a))
print(gc.is_tracked(a), a.typecode, a.tolist()[:3], array("i", [1]) == array("d", [1.0]), a.tobytes()[:8], array("f", [0.1])[0])
for call in [
    lambda: array("i", [2**31]), lambda: array("b", [200]), lambda: array("z"), lambda: array(), lambda: a[100],
    lambda: a + [1], lambda: array("i").pop(), lambda: a.remove(1000), lambda: a.index(1000), lambda: array("B", [-1]),
    lambda: array("f", ["x"]),
]:
    attempt(call)
a = array("i", range(5))
a.extend([5, 6])
a.insert(0, 9)
a.pop()
a.reverse()
print(a)
del a[0]
a[1] = 7
a[0:2] = array("i", [1])
print(a, 3 in a, a.count(1), list(a), sys.getsizeof(a), a.buffer_info()[1])

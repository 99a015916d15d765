# When a dictionary's table is made anew, and how large.
# needs: builtins, varargs
import sys


class D(dict):
    pass


for n in (1, 3, 5, 6, 10):
    numbers = {i: i for i in range(n)}
    names = {str(i): i for i in range(n)}
    updated = {}
    updated.update(numbers)
    mixed = {"x": 1}
    mixed.update(numbers)
    shrunk = {i: i for i in range(100)}
    for i in range(100 - n):
        del shrunk[i]
    print(n, sys.getsizeof(numbers), sys.getsizeof(names), sys.getsizeof(updated), sys.getsizeof(mixed), end=" ")
    print(sys.getsizeof(shrunk.copy()), sys.getsizeof(dict(shrunk)), sys.getsizeof({**numbers, "q": 1}), end=" ")
    print(sys.getsizeof(dict.fromkeys(numbers)), sys.getsizeof(dict.fromkeys(list(numbers))))
few = {i: i for i in range(5)}
for i in range(4):
    del few[i]
few[9] = 1
print(sys.getsizeof(few))
print(sys.getsizeof(D()), sys.getsizeof(D(a=1)), sys.getsizeof(D({1: 1})))
print(sys.getsizeof(dict({})), sys.getsizeof({}.copy()), sys.getsizeof(dict.fromkeys("")))

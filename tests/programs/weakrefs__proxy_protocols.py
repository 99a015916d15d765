# A proxy passes on iteration, indices, bytes, slices and comparisons.
# versions: 3.9+
# needs: weakref, generators, try
import operator
import weakref


class Things:
    def __init__(self, items):
        self.items = list(items)

    def __getitem__(self, index):
        return self.items[index]

    def __setitem__(self, index, value):
        self.items[index] = value

    def __len__(self):
        return len(self.items)

    def __eq__(self, other):
        return len(self) == len(other)

    def __reversed__(self):
        return iter("cba")

    def __bytes__(self):
        return b"bytes"

    def __index__(self):
        return 2


things = Things([1, 2, 3])
p = weakref.proxy(things)
other = Things([4, 5, 6])
print(p[1:], p[:] == [1, 2, 3], p == things, things == p, p == weakref.proxy(other))
p[:2] = [7]
print(things.items, len(p), bytes(p), operator.index(p), "abc"[p], list(range(5))[p:])
try:
    print("".join(reversed(p)))
except TypeError as error:
    print(error)


def numbers():
    yield from [4, 5, 6]


source = numbers()


class Weakly:
    def __iter__(self):
        return weakref.proxy(source)


print(list(Weakly()))
print(hasattr(p, "__next__"), "__bytes__" in dir(p))


def no_iterator():
    return 0


class Never:
    def __iter__(self):
        return weakref.proxy(no_iterator)


try:
    list(Never())
except TypeError as error:
    print(error)

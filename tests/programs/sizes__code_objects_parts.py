# Methods, generators, frames, cells and iterators.
# needs: generators, closures, builtins
import sys


def gen():
    yield 1


def outer():
    x = 1

    def inner():
        return x

    return inner


class C:
    def m(self):
        pass


print("method", sys.getsizeof(C().m))
print("function", sys.getsizeof(outer))
print("closure", sys.getsizeof(outer()))
print("cell", sys.getsizeof(outer().__closure__[0]))
print("builtin", sys.getsizeof(len), sys.getsizeof([].append))
print("list iterator", sys.getsizeof(iter([])))
print("dict iterator", sys.getsizeof(iter({})))
print("range iterator", sys.getsizeof(iter(range(3))))
print("slice", sys.getsizeof(slice(1)))
print("property", sys.getsizeof(property()))
print("staticmethod", sys.getsizeof(staticmethod(len)))
print("super", sys.getsizeof(super(C, C())))
print("object", sys.getsizeof(object()))
print("dict view", sys.getsizeof({}.keys()))
print("zip", sys.getsizeof(zip()), "enumerate", sys.getsizeof(enumerate([])), "map", sys.getsizeof(map(len, [])))

# A special method called by an operator gets its operands as arguments.
# needs: special methods
import sys


class V:
    def __add__(self, other):
        return sys.getrefcount(self), sys.getrefcount(other)

    def __eq__(self, other):
        return sys.getrefcount(self), sys.getrefcount(other)

    def __getitem__(self, key):
        return sys.getrefcount(self), sys.getrefcount(key)

    def __call__(self, x):
        return sys.getrefcount(self), sys.getrefcount(x)

    def __len__(self):
        return sys.getrefcount(self)

    def __neg__(self):
        return sys.getrefcount(self)


v = V()
w = []
print(v + w)
print(v == w)
print(v[w])
print(v(w))
print(len(v))
print(-v)
print(V() + [])

# Arithmetic, comparison, containers: the special methods behind the operators.
# needs: special methods
class V:
    def __init__(self, *xs):
        self.xs = list(xs)

    def __repr__(self):
        return "V" + repr(tuple(self.xs))

    def __add__(self, o):
        return V(*[a + b for a, b in zip(self.xs, o.xs)])

    def __mul__(self, k):
        return V(*[a * k for a in self.xs])

    __rmul__ = __mul__

    def __iadd__(self, o):
        self.xs = (self + o).xs
        return self

    def __eq__(self, o):
        return isinstance(o, V) and self.xs == o.xs

    def __lt__(self, o):
        return self.xs < o.xs

    def __len__(self):
        return len(self.xs)

    def __getitem__(self, i):
        return self.xs[i]

    def __setitem__(self, i, x):
        self.xs[i] = x

    def __delitem__(self, i):
        del self.xs[i]

    def __contains__(self, x):
        return x in self.xs

    def __bool__(self):
        return any(self.xs)

    def __neg__(self):
        return self * -1

    def __call__(self, x):
        return sum(a * x**i for i, a in enumerate(self.xs))


a, b = V(1, 2, 3), V(4, 5, 6)
print(a + b, a * 2, 2 * a, -a, a == V(1, 2, 3), a != b, a < b, max(a, b))
a += b
print(a, len(a), a[1], a[::2], 7 in a, 8 in a, bool(V(0, 0)), [x for x in a])
a[0] = 0
del a[2]
print(a, a(10), not V())
try:
    hash(a)
except TypeError as e:
    print(e)
try:
    a < 3
except AttributeError as e:
    print(e)
try:
    a @ b
except TypeError as e:
    print(e)

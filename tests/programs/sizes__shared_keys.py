# The dictionaries of a class's instances share their keys, until one of them goes its own way.
import sys


class P:
    def __init__(self, x, y):
        self.x = x
        self.y = y


class Six:
    def __init__(self):
        self.a = self.b = self.c = 1
        self.d = self.e = self.f = 1


p = P(1, 2)
print(sys.getsizeof(vars(p)))
vars(p)[1] = 2
print(sys.getsizeof(vars(p)), sys.getsizeof(vars(P(1, 2))))
q = P(1, 2)
vars(q).clear()
print(sys.getsizeof(vars(q)), sys.getsizeof(vars(q).copy()))
other = P(1, 2)
print(sys.getsizeof(vars(other).copy()), sys.getsizeof(dict(vars(other))))
s = Six()
t = Six()
print(sys.getsizeof(vars(s)), sys.getsizeof(vars(t)), sys.getsizeof(Six))
backwards = P(1, 2)
del backwards.x
backwards.x = 3
print(sys.getsizeof(vars(backwards)), sys.getsizeof(P))

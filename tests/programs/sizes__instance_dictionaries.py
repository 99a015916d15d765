# Instances of one class share their keys.
import sys


class P:
    def __init__(self, x, y):
        self.x = x
        self.y = y


p = P(1, 2)
print(sys.getsizeof(p), sys.getsizeof(p.__dict__))
q = P(1, 2)
q.z = 3
print(sys.getsizeof(q), sys.getsizeof(q.__dict__))
r = P(1, 2)
del r.x
print(sys.getsizeof(r), sys.getsizeof(r.__dict__))
rows = [P(i, i) for i in range(100)]
print(sys.getsizeof(rows[0].__dict__), sys.getsizeof(rows[99].__dict__))

# What instances, functions, classes and weak references take.
import sys
import weakref


class A:
    pass


class B:
    def __init__(self):
        self.x = 1


def f():
    pass


a = A()
print(sys.getsizeof(a), sys.getsizeof(B()), sys.getsizeof(A), sys.getsizeof(B))
print(sys.getsizeof(f), sys.getsizeof(weakref.ref(a)), sys.getsizeof(a.__init__))
print(sys.getsizeof(B().__dict__), sys.getsizeof(a.__dict__))

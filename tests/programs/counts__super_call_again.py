# super().m() is specialized once it has run: from 3.14 on the second call passes self on without a reference of its own.
# needs: inheritance
import sys


class A:
    def __init__(self):
        print("A", sys.getrefcount(self))


class B(A):
    def __init__(self):
        print("B", sys.getrefcount(self))
        super().__init__()


class C(B):
    def __init__(self, x):
        held = lambda: self
        super().__init__()


B()
B()
b = B()
C(1)
c = C(2)

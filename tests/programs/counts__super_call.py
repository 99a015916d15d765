# A method that calls super() passes self on.
# needs: inheritance
import sys


class A:
    def m(self):
        print("A", sys.getrefcount(self))


class B(A):
    def m(self):
        print("B", sys.getrefcount(self))
        super().m()
        A.m(self)


b = B()
b.m()
B().m()

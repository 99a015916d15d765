# A class gets other bases.
# needs: inheritance
class A:
    x = 1


class B(A):
    pass


class C:
    x = 2


class D(C):
    pass


D.__bases__ = (A,)
print(D().x)

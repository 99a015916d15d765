# C3 linearization, super() along it and attribute lookup.
# needs: inheritance
class A:
    def who(self):
        return ["A"]


class B(A):
    def who(self):
        return ["B"] + super().who()


class C(A):
    def who(self):
        return ["C"] + super().who()


class D(B, C):
    def who(self):
        return ["D"] + super().who()


print(D().who(), [k.__name__ for k in D.__mro__])
print(issubclass(D, A), isinstance(D(), C), D.__bases__ == (B, C), B.__base__ is A)
try:

    class E(A, B):
        pass

except TypeError as error:
    print(error)

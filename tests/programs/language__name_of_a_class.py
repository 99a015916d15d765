# A class's __name__ is its own, whatever its instances have under that name.
# needs: generators
class A:
    __name__ = "of the instances"
    __qualname__ = "Other.A"


def g():
    yield 1


print(A.__name__, A().__name__, A.__qualname__)
print(type(g()).__name__, type(g()).__qualname__, g().__name__)
A.__name__ = "B"
print(A.__name__, A().__name__)

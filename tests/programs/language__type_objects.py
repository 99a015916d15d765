# type(), classes made by type(), __name__, __dict__ and instance checks.
# needs: inheritance, builtins
A = type("A", (), {"x": 1, "get": lambda self: self.x})
B = type("B", (A,), {})
print(A, B().get(), B.__mro__, type(A), type(type), isinstance(B(), A), B.__name__, B.__qualname__, B.__module__)


class C:
    """Doc."""

    y: int = 3

    class Inner:
        pass

    @classmethod
    def make(cls):
        return cls()

    @staticmethod
    def plain(x):
        return x


print(C.Inner, C.__doc__, C.make().__class__ is C, C.plain(4), C().plain(5), C.__annotations__)
print(sorted(k for k in C.__dict__ if not k.startswith("__")), callable(C), callable(C()), C.make.__self__ is C)
print(type(None), type(...), type(len), type(C.make), type(C().plain), type({}.keys()), type(iter([])), type(1j))

# int | None: a union of types, for annotations and isinstance; mappingproxy.
# versions: 3.10+
# needs: builtins, inheritance
import types


class A:
    pass


class B(A):
    pass


def f(x: int | None = None, *ys: A | str) -> list | tuple:
    return x


u = int | str | None
print(int | str, u, A | None, (int | str) | (str | float), int | int, None | int)
print(isinstance(3, u), isinstance(None, u), isinstance(2.5, u), isinstance(B(), A | int), issubclass(bool, int | str), isinstance(1, (str | None, int)))
print(u.__args__, u == str | None | int, hash(int | str) == hash(str | int), {int | str: 1}[str | int])
print(f.__annotations__["x"], f.__annotations__["return"], f(4))
for make in (lambda: int | 1, lambda: 1 | int, lambda: None | None):
    try:
        print(make())
    except TypeError as error:
        print(error)
d = {"a": 1}
p = types.MappingProxyType(d)
d["b"] = 2
print(p["b"], len(p), p, list(p), "a" in p, p.get("z"), p == d)
try:
    p["c"] = 3
except TypeError as error:
    print(error)
try:
    types.MappingProxyType([1].append)
except TypeError as error:
    print(error)

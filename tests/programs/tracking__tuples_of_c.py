# Tuples of atoms that C code makes first and fills afterwards are tracked from 3.14 on, too; those that are made of their
# items are not.
# needs: everything
import gc

gc.disable()
T = gc.is_tracked
n = 1000
d = {"a": n, "b": n + 1}


def given(*rest):
    return rest


print("enumerate", [T(x) for x in list(enumerate("abc"))])
print("zip", [T(x) for x in list(zip("abc", "abc"))])
print("items", [T(x) for x in list(d.items())], [T(x) for x in [y for y in d.items()]])
print("tuple", T(tuple(iter([n, n]))), T(tuple([n, n])), T(tuple(x for x in [n] * 20)), T(tuple(range(3))))
print("popitem", T({1: n}.popitem()))
print("arguments", T(given(n, n)), T(given(*[n, n])), T((n, n)))
print("parts", T((n, n, n)[:2]), T((n, n, n)[::2]), T((n,) + (n,)), T((n,) * 2), T(sum([(n,), (n,)], ())))
print("divmod", T(divmod(n, 7)))
print("display", T((*[n, n],)), T((n, *[n])))
print("exception", T(ValueError(n, n).args))

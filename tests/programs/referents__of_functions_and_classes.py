# What functions, methods, cells and classes refer to.
# needs: closures, inheritance
import gc


def kinds(x):
    return [type(y).__name__ for y in gc.get_referents(x)]


def f():
    pass


def outer(x):
    def inner():
        return x

    return inner


class A:
    pass


class B(A):
    def m(self):
        pass


print("function", kinds(f))
print("closure", kinds(outer([])))
print("cell", kinds(outer([]).__closure__[0]))
print("bound method", kinds(B().m))
print("class", sorted(kinds(B)))
print("module", kinds(gc))

# How a class statement changes the first of gc.get_count(), after the free lists were emptied.
# versions: 3.10-3.13
# needs: super
import gc

gc.disable()
repr([[]])
print(0)


def base():
    gc.collect()
    return gc.get_count()[0]


base()
n = base()


class A:
    pass


print("plain", gc.get_count()[0] - n)
n = base()


class B(A):
    pass


print("first subclass", gc.get_count()[0] - n)
n = base()


class C(A):
    pass


print("second subclass", gc.get_count()[0] - n)
n = base()


class D:
    __slots__ = ("x", "y")


print("slots", gc.get_count()[0] - n)
n = base()


class E(A):
    def __init__(self):
        super().__init__()


print("method with super()", gc.get_count()[0] - n)
n = base()
a = A()
print("instance", gc.get_count()[0] - n)
n = base()
d = D()
print("instance with slots", gc.get_count()[0] - n)
n = base()
e = E()
print("instance by way of super()", gc.get_count()[0] - n)
n = base()
K = type("K", (A,), {})
print("type()", gc.get_count()[0] - n)

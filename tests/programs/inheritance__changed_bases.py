# Assigning to __bases__: lookups, subclasses, orders, counts, and what is refused.
# needs: inheritance, gc
import gc
import sys
import weakref


class A:
    x = "A"

    def __del__(self):
        print("A's __del__")


class B:
    x = "B"


class C(B):
    pass


class D(C):
    pass


d = D()
print(d.x, [c.__name__ for c in D.__mro__], B.__subclasses__(), A.__subclasses__())
before = sys.getrefcount(A), sys.getrefcount(B)
C.__bases__ = (A,)
print(d.x, [c.__name__ for c in D.__mro__], C.__base__, C.__bases__, B.__subclasses__(), A.__subclasses__())
print(sys.getrefcount(A) - before[0], sys.getrefcount(B) - before[1], isinstance(d, A), issubclass(D, B))
C.__bases__ = (B, A)
print(d.x, [c.__name__ for c in D.__mro__])
del d


class Slots:
    __slots__ = ("a",)


class Sub(D):
    pass


def attempt(bases, cls=C):
    try:
        cls.__bases__ = bases
        print("done", cls.__bases__)
    except TypeError as error:
        print(str(error).replace("\n", " "))


attempt(A)
attempt(())
attempt((1,))
attempt((Sub,))
attempt((C,))
attempt((int,))
attempt((Slots,))
attempt((object,))
attempt((A, A))
attempt((object, A))
attempt((A,), int)
print([c.__name__ for c in C.__mro__])
gc.disable()
gc.collect()


def local():
    class Old:
        pass

    class New:
        pass

    class Child(Old):
        pass
    Child.__bases__ = (New,)
    r = weakref.ref(Old)
    del Old
    first = r() is not None, gc.collect() > 0, r()
    return first, weakref.ref(New), weakref.ref(Child)


state, new, child = local()
print(state, gc.collect() > 0, new(), child())

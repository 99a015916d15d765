# The objects that a class statement makes, in the collector's order, and which of them a collection leaves tracked.
# needs: classes
import gc


def kinds(objects):
    return [type(x).__name__ for x in objects]


# The first repr() of a container and the first keyword make objects that stay.
repr([[]])
gc.get_objects(generation=0)
gc.disable()
gc.collect()
gc.freeze()
gc.collect()


class A:
    pass


print(kinds(gc.get_objects(generation=0)))
gc.collect(0)
print([gc.is_tracked(x) for x in [A, A.__mro__, A.__bases__]])


class S(A):
    __slots__ = ("x", "y")

    def m(self):
        return 1


print(kinds(gc.get_objects(generation=0)))
gc.collect(0)
print([gc.is_tracked(x) for x in [S, S.__mro__, S.__bases__, S.__dict__["x"]]])


class L(S):
    pass


print(kinds(gc.get_objects(generation=0)))


class T(L):
    z = []


print(kinds(gc.get_objects(generation=0)))


class B:
    __slots__ = ("x", "__weakref__", "__dict__")


print(kinds(gc.get_objects(generation=0)))
K = type("K", (A,), {"a": []})
print(kinds(gc.get_objects(generation=0)))
del K
print(gc.collect())
print([c.__name__ for c in A.__subclasses__()])

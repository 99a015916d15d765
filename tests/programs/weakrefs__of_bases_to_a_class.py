# Each base has a weak reference to its subclass; weakref.ref() without a callback gives that one.
# needs: classes
import gc
import weakref


class A:
    pass


class B(A):
    pass


class C(A, dict):
    pass


for c in [A, B, C]:
    print(weakref.getweakrefcount(c), weakref.getweakrefs(c)[0]() is c)
n = len(gc.get_objects())
r = weakref.ref(B)
print(len(gc.get_objects()) - n, weakref.getweakrefcount(B), r is weakref.getweakrefs(B)[0])
k = weakref.ref(B, print)
print(weakref.getweakrefcount(B), weakref.getweakrefs(B).index(r))
del B
gc.collect()
print(r() is None, [c.__name__ for c in A.__subclasses__()])
try:

    class D(A):
        __slots__ = ("__weakref__",)

except TypeError as error:
    print(error)
try:

    class E(A):
        __slots__ = ("__dict__",)

except TypeError as error:
    print(error)

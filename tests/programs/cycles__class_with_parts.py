# Properties, slots, class attributes and nested classes add to a class's garbage.
# needs: inheritance, decorators, slots
import gc

gc.collect()


class P:
    @property
    def x(self):
        return 1


del P
print("property", gc.collect())


class S:
    __slots__ = ("a", "b")


del S
print("slots", gc.collect())


class N:
    class Inner:
        pass


del N
print("nested", gc.collect())


class A:
    row = []
    table = {"k": []}


del A
print("attributes", gc.collect())


class I:
    def __init__(self):
        self.x = 1


I().x
del I
print("used", gc.collect())

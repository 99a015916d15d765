# __slots__: no dict, no weak references, until a base class brings them.
# needs: slots, inheritance
import sys
import weakref


class Base:
    __slots__ = ("a",)


class More(Base):
    __slots__ = ("b", "__weakref__")


class Loose(Base):
    pass


class WithDict(Base):
    __slots__ = ("__dict__",)


for cls in (Base, More, Loose, WithDict):
    o = cls()
    o.a = 1
    print(cls.__name__, sys.getsizeof(o), hasattr(o, "__dict__"), hasattr(o, "__weakref__"), cls.__slots__ if "__slots__" in vars(cls) else None)
m = More()
print(hasattr(m, "a"))
try:
    m.a
except AttributeError as error:
    print(error)
m.b = 2
del m.b
try:
    del m.b
except AttributeError as error:
    print(error)
try:
    weakref.ref(Base())
except TypeError as error:
    print(error)
print(weakref.ref(m)() is m)
try:
    Base().zzz = 1
except AttributeError as error:
    print(error)
print(type(Base.a).__name__, Base.a.__get__(Base()) if False else Base.a.__name__)
try:
    class Conflict(Base):
        __slots__ = ("c",)
        c = 1
except ValueError as error:
    print(error)
try:
    class Twice(Base, More):
        pass
except TypeError as error:
    print(str(error).replace("\n", " "))


class Other:
    __slots__ = ("z",)


try:
    class Both(Base, Other):
        pass
except TypeError as error:
    print(error)


class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class DictPoint:
    def __init__(self, x, y):
        self.x, self.y = x, y


n = 1000
slotted = sum(sys.getsizeof(p) for p in [Point(i, i) for i in range(n)])
dicts = sum(sys.getsizeof(p) + sys.getsizeof(p.__dict__) for p in [DictPoint(i, i) for i in range(n)])
print(slotted // n, dicts // n)
p = Point([1], {2})
q = p
p.x.append(3)
print(q.x, sys.getrefcount(p) - 1)

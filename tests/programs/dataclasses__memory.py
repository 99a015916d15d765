# Dataclasses, named tuples, slots and dicts: what an instance costs.
# needs: dataclasses, slots
import sys
from collections import namedtuple
from dataclasses import dataclass, field, asdict, astuple, replace


class Plain:
    def __init__(self, x, y):
        self.x = x
        self.y = y


class Slotted:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


@dataclass
class Data:
    x: int
    y: int = 0


@dataclass(frozen=True, order=True)
class Frozen:
    x: int
    tags: list = field(default_factory=list, compare=False)


Pair = namedtuple("Pair", "x y")
objects = [Plain(1, 2), Slotted(1, 2), Data(1, 2), Frozen(1), Pair(1, 2), (1, 2), {"x": 1, "y": 2}, [1, 2]]
for o in objects:
    print(type(o).__name__, sys.getsizeof(o), hasattr(o, "__dict__"))
print(sys.getsizeof(Plain(1, 2).__dict__), sys.getsizeof(Data(1).__dict__))
print(Data(1), Data(1) == Data(1, 0), Frozen(1) < Frozen(2), hash(Frozen(1)) == hash(Frozen(1, [5])))
print(asdict(Data(3, 4)), astuple(Data(3, 4)), replace(Data(3, 4), y=9))
a, b = Frozen(1), Frozen(1)
print(a.tags is b.tags, a == b, a.tags == b.tags)
try:
    a.x = 2
except Exception as error:
    print(type(error).__name__, error)
try:
    Slotted(1, 2).z = 3
except AttributeError as error:
    print(error)
print(Pair(1, 2)._asdict(), Pair(1, 2)._replace(x=5), Pair._fields)
try:
    @dataclass
    class Wrong:
        items: list = []
except ValueError as error:
    print(error)

# dataclasses: repr, eq, order, frozen, slots, fields, replace and what they refuse.
# needs: dataclasses
import dataclasses
import gc
import sys
from dataclasses import asdict, astuple, dataclass, field, fields, replace
from typing import ClassVar, List, Optional


@dataclass
class Point:
    x: int
    y: int = 0
    tags: List[str] = field(default_factory=list, repr=False, compare=False)
    count: ClassVar[int] = 0

    def __post_init__(self):
        Point.count += 1

    def dist(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5


p = Point(3, 4)
print(p, p == Point(3, 4), p != Point(3), p.dist(), Point.count)
print(asdict(p), astuple(p), [f.name for f in fields(p)], replace(p, x=0))
print([(f.name, f.type, f.default is dataclasses.MISSING, f.repr, f.compare, f.init) for f in fields(Point)])
try:
    hash(p)
except TypeError as e:
    print(e)
for args in ((), (1, 2, [], 4)):
    try:
        Point(*args)
    except TypeError as e:
        print(e)


@dataclass(order=True, frozen=True)
class Version:
    major: int
    minor: int = 0
    name: Optional[str] = None


v = Version(1, 2)
print(v < Version(1, 3), sorted([Version(2), Version(1, 5), v]), hash(v) == hash(Version(1, 2)))
try:
    v.major = 2
except dataclasses.FrozenInstanceError as e:
    print(type(e).__name__, e, isinstance(e, AttributeError))
try:
    del v.minor
except AttributeError as e:
    print(e)
try:
    v < 3
except TypeError as e:
    print(e)
try:
    @dataclass
    class Bad:
        a: list = []
except ValueError as e:
    print(e)
try:
    @dataclass
    class Bad2:
        a: int = 0
        b: int
except TypeError as e:
    print(e)


@dataclass
class Node:
    value: int
    next: "Optional[Node]" = None
    parent: object = field(default=None, repr=False)


n = Node(1, Node(2, Node(3)))
print(n, Node.__annotations__["next"], Node.__eq__(n, 3))
n.next.next.next = n
print(n)
del n
print(gc.collect() > 0)


@dataclass
class Base:
    a: int
    b: str = "b"


@dataclass
class Derived(Base):
    c: float = 1.5
    a: int = 7


print(Derived(), Derived.__match_args__ if sys.version_info >= (3, 10) else "-", dataclasses.is_dataclass(Derived), dataclasses.is_dataclass(3))
Made = dataclasses.make_dataclass("Made", [("x", int), ("y", int, field(default=5))], namespace={"s": lambda self: self.x + self.y})
print(Made(1), Made(1).s(), Made.__doc__, Point.__doc__)


@dataclass(repr=False, eq=False)
class Plain:
    x: dataclasses.InitVar[int]
    y: int = field(init=False)

    def __post_init__(self, x):
        self.y = x * 2


q = Plain(4)
print(q.y, hasattr(q, "x"), q == Plain(4), sorted(vars(q)))
if sys.version_info >= (3, 10):
    @dataclass(slots=True, kw_only=True)
    class Slim:
        a: int
        b: int = 2
    s = Slim(a=1)
    print(s, Slim.__slots__, hasattr(s, "__dict__"))
    try:
        s.c = 1
    except AttributeError as e:
        print(str(e).split("(")[0])
    try:
        Slim(1)
    except TypeError as e:
        print(e)

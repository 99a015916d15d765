# All kinds of patterns of match: what they test, in which order, what they bind, and their errors.
# versions: 3.10+
# needs: match, classes, try
import sys
from collections import deque, namedtuple
from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int


class Custom:
    __match_args__ = ("a", "b")

    def __init__(self, a, b):
        self.a = a
        self.b = b


class NoArgs:
    a = 1


Pair = namedtuple("Pair", "left right")


class Names:
    RED = "red"


def kind(x):
    match x:
        case None:
            return "None"
        case True | False as b:
            return f"bool {b}"
        case 0 | 1.5 | -2 | 3j:
            return "number"
        case "a" "b" | b"c":
            return "text"
        case Names.RED:
            return "dotted"
        case []:
            return "empty sequence"
        case [1, [2, *inner], *_]:
            return f"nested {inner}"
        case [first, *_, last] if first == last:
            return f"same ends {first}"
        case (a, b):
            return f"two {a} {b}"
        case [*_, _, ("x" | "y") as z]:
            return f"ends with {z}"
        case [a, *rest]:
            return f"sequence {a} {rest}"
        case {"kind": "box", "size": [w, h], **rest}:
            return f"box {w} {h} {rest}"
        case {"only": v}:
            return f"only {v}"
        case {}:
            return "mapping"
        case Point(0, y=0):
            return "origin"
        case Point(x=x, y=y) if x == y:
            return f"diagonal {x}"
        case Point(x, y):
            return f"point {x} {y}"
        case Custom(Point(1, z), b=[q]) | Custom([q], z):
            return f"custom {z} {q}"
        case Custom():
            return "any custom"
        case int(n) if n > 100:
            return f"big {n}"
        case str(s) | bytes(s):
            return f"letters {s}"
        case float() | int():
            return "other number"
        case set() as s:
            return f"set {sorted(s)}"
        case _:
            return "other"


for value in (
    None, True, 0, 1.5, -2, 3j, "ab", b"c", "red", [], (), [1, [2, 5, 6], 7], [4, 5, 4], (1, 2), Pair(8, 9), [0, 1, "y"],
    [1, 2, 3], range(4), deque([1, 2, 3]), {"kind": "box", "size": (1, 2), "c": 3, "d": 4}, {"only": 5}, {}, {1: 2},
    Point(0, 0), Point(3, 3), Point(1, 2), Custom(Point(1, 5), [6]), Custom([7], 8), Custom(1, 2), 101, 50, 2.5, "xyz",
    b"xyz", {3, 1}, object, bytearray(b"ab"),
):
    print(kind(value))


def errors(x, case):
    try:
        if case == 0:
            match x:
                case Custom(1, 2, 3):
                    pass
        elif case == 1:
            match x:
                case NoArgs(1):
                    pass
        elif case == 2:
            match x:
                case Custom(1, a=1):
                    pass
        elif case == 3:
            match x:
                case kind():
                    pass
        elif case == 4:
            match x:
                case {Names.RED: 1, "red": 2}:
                    pass
        elif case == 5:
            match x:
                case int(1, 2):
                    pass
        print("no error")
    except Exception as error:
        print(type(error).__name__, error)


errors(Custom(1, 2), 0)
errors(NoArgs(), 1)
errors(Custom(1, 2), 2)
errors(1, 3)
errors({"red": 1, "x": 2}, 4)
errors(1, 5)


class Loud:
    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        print(self.name, "==", other)
        return False

    def __getattr__(self, name):
        print(self.name, "has no", name)
        raise AttributeError(name)


match Loud("subject"):
    case 1 | 2:
        pass
    case Loud(name=n, size=s):
        pass
    case Loud(name=n):
        print("name", n)


def counted(subject):
    match subject:
        case [x, {"k": y}, *z]:
            return sys.getrefcount(x) - 1, sys.getrefcount(y) - 1, sys.getrefcount(z) - 1


item, inner = object(), object()
print(counted([item, {"k": inner}, 1]))
for source in (
    "match 1:\n    case x: pass\n    case 1: pass\n", "match 1:\n    case _: pass\n    case 1: pass\n",
    "match 1:\n    case [x, x]: pass\n", "match 1:\n    case [*a, *b]: pass\n", "match 1:\n    case x | 1: pass\n",
    "match 1:\n    case [x] | [y]: pass\n", "match 1:\n    case {1: a, 1: b}: pass\n",
    "match 1:\n    case int(real=a, real=b): pass\n", "match 1:\n    case [x, y] | [y, x]: print(x, y)\n",
):
    try:
        exec(source)
        print("valid")
    except SyntaxError as error:
        print(error.msg, error.lineno)
match, case = 1, 2
print(match, case)
match [9, 8]:
    case [x, y] | [y, x, _]:
        print(x, y)
match [1, 2, 3]:
    case [x, y] | [y, x, _]:
        print(x, y)
match 1, 2:
    case 1, z:
        print(z)

# match statements, all patterns.
# versions: 3.10+
# needs: match
import gc
from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int


class Color:
    RED = "red"


class Base:
    __match_args__ = ("a", "b")

    def __init__(self, a, b):
        self.a, self.b = a, b


def what(v):
    match v:
        case 0 | 1:
            return "small"
        case int(n) if n > 100:
            return f"big {n}"
        case int():
            return "int"
        case "a" | "b" as s:
            return f"letter {s}"
        case Color.RED:
            return "red!"
        case str(s):
            return f"str {s}"
        case []:
            return "empty"
        case [x]:
            return f"one {x}"
        case [1, *rest]:
            return f"one then {rest}"
        case [_, _, *_] if len(v) > 3:
            return "long"
        case (a, b):
            return f"pair {a} {b}"
        case {"type": "circle", "r": r}:
            return f"circle {r}"
        case {"k": [a, {"deep": d}], **rest}:
            return f"deep {a} {d} {rest}"
        case {}:
            return "mapping"
        case Point(x=0, y=0):
            return "origin"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Point(x=x):
            return f"point {x}"
        case Base(1, b=b):
            return f"base {b}"
        case None | True | False:
            return "singleton"
        case float(f) | complex(imag=f):
            return f"number {f}"
        case -1.5 | 2 + 3j:
            return "never"
        case list() | tuple():
            return "sequence"
        case set() | frozenset():
            return "set"
        case _:
            return f"other {type(v).__name__}"


for v in (0, True, 5, 500, "a", "red", "xyz", [], [7], [1, 2, 3], (4, 5), [9, 9, 9, 9], [9, 9, 9], {"type": "circle", "r": 2}, {"k": [1, {"deep": 2}], "z": 3}, {}, Point(0, 0), Point(2, 2), Point(1, 2), Base(1, 5), Base(2, 5), None, 2.5, 3j, {1}, b"ab", range(2), object):
    print(what(v))


def noth(v):
    match v:
        case 1:
            pass


print(noth(2))
for bad in ("match 1:\n  case x: pass\n  case 2: pass", "match 1:\n  case a | b: pass", "match 1:\n  case [x, x]: pass", "match Base(1, 2):\n  case Base(1, 2, 3): pass", "match 1:\n  case Color(1): pass", "match Base(1,2):\n  case Base(1, a=1): pass", "match 5:\n  case Point(1, 2, 3): pass", "match Point(1, 2):\n  case Point(1, 2, 3): pass", "match 1:\n  case what(1): pass", "match 1:\n case {'a': 1, 'a': 2}: pass", "match (1, [2]):\n case (x, [y]) | (y, x): print(x, y)"):
    try:
        exec(bad)
        print("ok")
    except SyntaxError as e:
        print("SyntaxError", e.msg)
    except Exception as e:
        print(type(e).__name__, e)
match = 5
case = 6
print(match, case, _ if False else "soft")
match match:
    case 5:
        print("match match")
match (1, 2), [3]:
    case (a, b), [c]:
        print(a, b, c)
command = "go north".split()
match command:
    case ["go", ("north" | "south") as direction]:
        print(direction)

# pprint of nested structures, by width, depth and kind.
# needs: pprint
import collections
import dataclasses
import pprint
import sys

data = {"name": "gcscope", "tags": ["memory", "python", "garbage collection"], "nested": {"deep": {"deeper": {"deepest": [1, 2, 3]}}},
        "numbers": list(range(30)), "tuple": (1,), "set": {3, 1, 2}, "frozen": frozenset([1])}
pprint.pprint(data)
pprint.pprint(data, width=40)
pprint.pprint(data, depth=2, indent=4)
pprint.pprint(data, compact=True, width=50)
pprint.pprint({"z": 1, "a": 2}, sort_dicts=False)
pprint.pprint([{"id": i, "value": "x" * i} for i in range(8)])
cyc = [1, 2]
cyc.append(cyc)
print(pprint.pformat(cyc) == "[1, 2, <Recursion on list with id=%d>]" % id(cyc))
print(pprint.isreadable(cyc), pprint.isrecursive(cyc), pprint.isreadable([1]), pprint.saferepr("x"))
pprint.pprint("a long text " * 12)
pprint.pprint(b"bytes " * 20)
pprint.pprint(collections.OrderedDict([("b", 1), ("a", [1] * 30)]))
pprint.pprint(collections.defaultdict(list, {"k": ["v" * 30, "w" * 50]}))
pprint.pprint(collections.Counter("aaabbc"))
pprint.pprint(collections.deque(range(40), maxlen=50))
pprint.pprint({("k", i): {i: "v" * 20} for i in range(4)})
P = collections.namedtuple("P", "alpha beta")
pprint.pprint(P(list(range(25)), "x" * 30))


@dataclasses.dataclass
class D:
    first: list
    second: dict


pprint.pprint(D(list(range(30)), {"a": 1}))


class Own:
    def __repr__(self):
        return "Own(" + "x" * 70 + ")"


pprint.pprint([Own(), Own()])
pp = pprint.PrettyPrinter(indent=2, width=30)
pp.pprint({"key": ["one", "two", "three", "four"]})
print(pp.pformat(("short",)))
if sys.version_info >= (3, 10):
    pprint.pprint({"n": 1234567, "m": [1000000]}, underscore_numbers=True)
if sys.version_info >= (3, 8):
    pprint.pp({"b": 1, "a": 2})
pprint.pprint({1: None, "a": 2, None: 3})

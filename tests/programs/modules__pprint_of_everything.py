# pprint of containers of every kind, narrow, deep, compact and containing themselves.
# needs: imports, inheritance, dataclasses
import collections
import dataclasses
import pprint
import types


@dataclasses.dataclass
class Node:
    label: str
    children: list = dataclasses.field(default_factory=list)
    hidden: int = dataclasses.field(default=0, repr=False)


class Named(dict):
    def __repr__(self):
        return "Named" * len(self)


Point = collections.namedtuple("Point", "x y")
values = {
    "numbers": list(range(20)),
    "text": "a rather long text, which is broken where a word ends, and continued below " * 2,
    "bytes": bytes(range(40)),
    "array": bytearray(b"it's an array"),
    "node": Node("root", [Node("leaf"), Node("another leaf", [Node("deep")])]),
    "point": Point(1, (2,)),
    "set": {3, 1, 2, 100000},
    "frozen": frozenset({(1, 2), (0, 5)}),
    "named": Named(a=1, b=2, c=3, d=4),
    "space": types.SimpleNamespace(first=1, second=[1, 2, 3]),
    "proxy": types.MappingProxyType({"b": 1, "a": 2}),
    "count": collections.Counter("mississippi"),
    "lists": collections.defaultdict(list, {2: [1], 1: []}),
    "order": collections.OrderedDict([("z", 1), ("a", [])]),
    "deque": collections.deque([1, 2, 3], maxlen=5),
    "chain": collections.ChainMap({"a": 1}, {"b": {}}),
    "user": collections.UserDict(k=collections.UserList([1, 2])),
    "keys": {3: 1, 1: 2}.keys(),
    "items": {"b": [1], "a": [2]}.items(),
    1: (),
    None: ((),),
}
for width in (80, 30, 12):
    pprint.pprint(values, width=width)
pprint.pprint(values, depth=1)
pprint.pprint(values, depth=2, compact=True, indent=4, width=60)
values["numbers"].append(values)
loop = [values["numbers"], 1]
print(pprint.isrecursive(loop), pprint.isreadable([1, {2: "x"}]), pprint.isreadable(Named()), pprint.saferepr({2: 1, 1: 2}))
pprint.pp({"z": 1, "a": 2})
for wrong in ({"indent": -1}, {"width": 0}, {"depth": 0}, {"colour": 1}):
    try:
        pprint.pformat([], **wrong)
    except Exception as error:
        print(type(error).__name__, error)


class Hex(pprint.PrettyPrinter):
    def format(self, object, context, maxlevels, level):
        if isinstance(object, int):
            return hex(object), True, False
        return super().format(object, context, maxlevels, level)


Hex(width=20).pprint({10: [11, 12, {13: (14,)}]})

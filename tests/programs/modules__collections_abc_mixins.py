# What collections.abc gives a class that defines the few methods it must: sets, sequences, mappings and their views.
# needs: imports, inheritance, lambda, generators
from collections.abc import Mapping, MutableMapping, MutableSequence, MutableSet, Sequence, Set


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


class Bag(MutableSet):
    def __init__(self, items=()):
        self.items = dict.fromkeys(items)

    def __contains__(self, item):
        return item in self.items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)

    def add(self, item):
        print("add", item)
        self.items[item] = None

    def discard(self, item):
        print("discard", item)
        self.items.pop(item, None)

    def __repr__(self):
        return f"Bag({list(self.items)})"


class Row(Sequence):
    def __init__(self, *cells):
        self.cells = cells

    def __len__(self):
        return len(self.cells)

    def __getitem__(self, index):
        print("get", index)
        return self.cells[index]


class Table(MutableMapping):
    def __init__(self):
        self.rows = {}

    def __getitem__(self, key):
        print("look", key)
        return self.rows[key]

    def __setitem__(self, key, value):
        self.rows[key] = value

    def __delitem__(self, key):
        print("drop", key)
        del self.rows[key]

    def __iter__(self):
        return iter(self.rows)

    def __len__(self):
        return len(self.rows)

    def __repr__(self):
        return f"Table({self.rows})"


a, b, row, table = Bag([1, 2, 3]), Bag([2, 3, 4]), Row(5, 6, 5), Table()
table.update({"x": 1}, y=[2])
for action in (
    lambda: a & b, lambda: a | [9], lambda: [9, 1] - a, lambda: a - b, lambda: a ^ b, lambda: a <= b, lambda: a == {1, 2, 3}, lambda: a < 5,
    lambda: a - 5, lambda: a.isdisjoint(b), lambda: a.pop(), lambda: a.remove(77), lambda: hash(a), lambda: a.clear(), lambda: a.pop(),
    lambda: 6 in row, lambda: list(row), lambda: list(reversed(row)), lambda: row.index(5, 1), lambda: row.index(7), lambda: row.count(5),
    lambda: row.index(5, -1), lambda: table.keys(), lambda: table.items(), lambda: list(table.values()), lambda: "x" in table,
    lambda: ("x", 1) in table.items(), lambda: [2] in table.values(), lambda: sorted(table.keys() | {"q"}), lambda: table == {"x": 1, "y": [2]},
    lambda: table.get("none", 0), lambda: table.setdefault("z", 3), lambda: table.pop("z"), lambda: table.pop("z"), lambda: table.popitem(),
    lambda: reversed(table), lambda: table.clear(), lambda: table.popitem(), lambda: Mapping(), lambda: MutableSequence(),
    lambda: issubclass(dict, MutableMapping), lambda: isinstance(range(3), Sequence), lambda: isinstance({}.keys(), Set),
):
    attempt(action)
b |= [8]
b &= {2, 8}
b ^= [2, 5]
b -= b
print(b)

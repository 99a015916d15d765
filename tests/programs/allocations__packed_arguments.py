# Which calls put their arguments into a tuple and a dict first: what the counts say of each.
# needs: exact allocation counts, builtins
import functools
import gc
import sys
from collections import OrderedDict, defaultdict

gc.disable()


class Plain:
    pass


class Child(Plain):
    def __init__(self, part):
        super().__init__()
        self.part = part


class Any:
    def __init__(self, *rest, **named):
        self.rest = rest

    def __call__(self, *rest, **named):
        return rest


def give(x, y=None, *rest, **named):
    return x


def free(n):
    """How many tuples of that length are made without being counted."""
    kept, count = [], 0
    while count < 9:
        before = gc.get_count()[0]
        kept.append((n,) * n)
        if gc.get_count()[0] > before:
            break
        count += 1
    return count


def measure(name, act):
    gc.collect()
    kept = [[n] for n in range(90)]
    gc.get_count()
    before = gc.get_count()[0]
    result = act()
    after = gc.get_count()[0]
    print(name, after - before, free(1), free(2))
    return result


any_object, row, table, members = Any(), [[]], {}, {1}
acts = [
    ("set_threshold", lambda: gc.set_threshold(700, 10)),
    ("get_referents", lambda: gc.get_referents(row)),
    ("get_referrers", lambda: gc.get_referrers(row)),
    ("getsizeof", lambda: sys.getsizeof(row)),
    ("dict.update", lambda: table.update(z=1)),
    ("set.update", lambda: members.update([2])),
    ("set.union", lambda: members.union([2], [3])),
    ("min of two", lambda: min(1, 2)),
    ("max of one", lambda: max([1, 2])),
    ("format", lambda: "{} {}".format(1, 2)),
    ("startswith", lambda: "text".startswith("t")),
    ("vars", lambda: vars(any_object)),
    ("join", lambda: ",".join(x for x in "abc")),
    ("positional", lambda: give(1, 2)),
    ("named", lambda: give(1, k=2)),
    ("starred", lambda: give(*[1])),
    ("mapping", lambda: give(**{"x": 1})),
    ("both", lambda: give(*[1], **{"y": 1, "k": 2})),
    ("class", lambda: Child(1)),
    ("class again", lambda: Child(1)),
    ("class, any", lambda: Any(1, 2, k=3)),
    ("object, any", lambda: any_object(1, 2, k=3)),
    ("__new__", lambda: object.__new__(Plain)),
    ("wrapper", lambda: Plain.__init__(any_object)),
    ("exception", lambda: ValueError(1)),
    ("map", lambda: map(len, row)),
    ("zip", lambda: zip(row, row)),
    ("list()", lambda: list(row)),
    ("list() again", lambda: [list(row), list(row)]),
    ("dict()", lambda: dict()),
    ("sorted", lambda: sorted([2, 1])),
    ("defaultdict", lambda: defaultdict(list)),
    ("OrderedDict", lambda: OrderedDict(a=1, b=2)),
    ("partial", lambda: functools.partial(give, 1)),
]
for name, act in acts:
    measure(name, act)
    measure(name + ", again", act)

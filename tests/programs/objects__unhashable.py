# Who has no hash says so wherever one is needed; a set that is looked for in a set is looked for as a frozenset.
from array import array
from collections import Counter, OrderedDict, defaultdict, deque


class Own(deque):
    pass


class Same:
    def __eq__(self, other):
        return True


def tried(use, value):
    try:
        return use(value)
    except TypeError as error:
        return error


USES = [
    hash,
    lambda v: {v},
    lambda v: {v, 1},
    lambda v: {v: 1},
    lambda v: set([v]),
    lambda v: frozenset([v]),
    lambda v: v in {1},
    lambda v: v in {},
    lambda v: {}.get(v),
    lambda v: {1}.discard(v),
    lambda v: {1} & set([v]),
]
for value in (deque(), Own(), [], {}, set(), bytearray(), array('i'), OrderedDict(), defaultdict(int), Counter(), Same()):
    for use in USES:
        print(type(value).__name__, tried(use, value))

sought = {1, 2}
held = {frozenset([1, 2]), frozenset()}
print(sought in held, sought in {1}, set() in held)
sought.add(3)
print(sought in held)
sought.discard(3)
held.remove(sought)
held.discard(sought)
print(held)
try:
    held.remove(sought)
except KeyError as error:
    print(repr(error))
print(tried(held.difference, [set()]))
print(tried(held.intersection, [set()]))
print(deque.__hash__, bytearray.__hash__)

# Slices, and what is looped over: which objects they make, by the counts.
# needs: exact allocation counts, builtins
import gc

gc.disable()


def measure(name, act):
    gc.collect()
    kept = [[n] for n in range(90)]
    gc.get_count()
    before = gc.get_count()[0]
    result = act()
    print(name, gc.get_count()[0] - before)


def assign(first):
    row[:first] = [1]


def assign_literal():
    row[:1] = [1]


def delete(first):
    del row[:first]


def delete_literal():
    del row[:0]


def loop(iterable):
    for item in iterable:
        pass


row, pair = [1, 2, 3], (1, 2)
measure("literal", lambda: row[:1])
measure("computed", lambda: row[: len(pair)])
measure("a step", lambda: row[::2])
measure("a computed step", lambda: row[:: len(pair)])
measure("assigned", lambda: assign(1))
measure("assigned, literal", assign_literal)
measure("deleted", lambda: delete(0))
measure("deleted, literal", delete_literal)
measure("kept", lambda: slice(1, 2))
measure("two kept", lambda: [slice(1, 2), slice(2, 3)])
measure("loop over a list", lambda: loop(row))
measure("loop over a tuple", lambda: loop(pair))
measure("loop over a range", lambda: loop(range(3)))
measure("comprehension", lambda: [x for x in pair])
measure("set comprehension", lambda: {x for x in row})
measure("dict comprehension", lambda: {x: 1 for x in row})
measure("generator", lambda: list(x for x in row))

# How much room a list has after it was extended depends on what it was extended by: something that tells its length, or
# a guess of 8, part of which some versions give back.
# needs: everything
import sys

for n in (0, 1, 2, 3, 4, 5, 8, 9, 20):
    d = {i: i for i in range(n)}

    def sources():
        return [d, d.keys(), d.values(), d.items(), range(n), {*d}, frozenset(d), iter(d), tuple(d), list(d), "a" * n,
                bytes(n), map(str, d), zip(d), enumerate(d), (x for x in d), filter(None, d)]

    print(n, "made", [sys.getsizeof(list(x)) for x in sources()])
    extended, added = [], []
    for source in sources():
        two = [1, 2]
        two.extend(source)
        extended.append(sys.getsizeof(two))
    for source in sources():
        two = [1, 2]
        two += source
        added.append(sys.getsizeof(two))
    print(n, "extended", extended)
    print(n, "added", added)
    print(n, "starred", sys.getsizeof([*d]), sys.getsizeof([*d.items()]), sys.getsizeof([*map(str, d)]))
    print(n, "sorted", sys.getsizeof(sorted(d.items())), sys.getsizeof(sorted(d)), sys.getsizeof(sorted(map(str, d))))

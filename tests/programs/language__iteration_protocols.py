# iter with a sentinel, zip, map, filter, enumerate, reversed, next: laziness, lengths and who is asked when.
# needs: lambda, generators, star arguments
import sys


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


class Loud:
    def __init__(self, name, n):
        self.name, self.n = name, n

    def __iter__(self):
        print("iter", self.name)
        return self

    def __next__(self):
        print("next", self.name)
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.name


class Hinted:
    def __init__(self, hint):
        self.hint = hint

    def __iter__(self):
        return iter([1])

    def __length_hint__(self):
        print("hint")
        return self.hint


numbers = iter([3, 2, 1, 0, 5])
for action in (
    lambda: list(iter(lambda: next(numbers), 0)), lambda: list(numbers), lambda: next(numbers), lambda: next(numbers, "none"),
    lambda: list(zip(Loud("a", 2), Loud("b", 1))),
    lambda: list(zip()), lambda: list(zip([1], [2, 3], strict=True)) if sys.version_info >= (3, 10) else 0,
    lambda: list(map(lambda a, b: a + b, [1, 2], [3])), lambda: map(int), lambda: list(map(None, [1])),
    lambda: list(filter(None, [0, 1, "", "a"])), lambda: list(filter(lambda x: x > 1, Loud("c", 0))),
    lambda: list(enumerate("ab", start=5)), lambda: list(enumerate("ab", "x")), lambda: enumerate(),
    lambda: list(reversed([1, 2])), lambda: list(reversed({"a": 1, "b": 2})), lambda: reversed({1}),
    lambda: list(reversed(range(5, 0, -2))), lambda: next([1]), lambda: iter(5),
    lambda: any(Loud("d", 1)), lambda: all([]), lambda: all(Loud("e", 1)), lambda: sum([[1], [2]], []),
    lambda: sum(["a"], ""), lambda: sum([1, 2.5]), lambda: max([]), lambda: max([], default=3), lambda: max(1, "a"),
    lambda: max("ab", "b", key=len), lambda: min([3, 1, 2], key=lambda x: -x), lambda: max(1), lambda: max(5, default=1),
    lambda: list(Hinted(3)), lambda: list(Hinted(-1)), lambda: list(Hinted("x")), lambda: list(Hinted(NotImplemented)),
    lambda: [*Loud("f", 1), *"xy"], lambda: dict([("a", 1), ("b",)]), lambda: dict([1]), lambda: dict(["ab", "cd"]),
    lambda: set(Loud("g", 1)), lambda: tuple(x for x in [1]), lambda: sorted([3, "a"]), lambda: sorted([2, 1], reverse=1),
    lambda: sorted([1], lambda x: x),
    lambda: range(1, 10, 3)[1:], lambda: range(10).index(99), lambda: range(3) == range(0, 3), lambda: hash(range(0)) == hash(range(2, 2)),
    lambda: range(1.5), lambda: range(1, 2, 0), lambda: 5 in range(0, 10, 5), lambda: range(10)[-1], lambda: range(3)[3],
    lambda: len(range(-5)),
    lambda: "x" in Loud("h", 1), lambda: "h" in Loud("h", 1), lambda: [i for i in zip(*[iter("abcd")] * 2)],
    lambda: list(map(lambda *a: a, "ab", [1, 2, 3])), lambda: iter([]).__length_hint__(), lambda: zip([1]).__next__(),
    lambda: dict(zip("ab", Loud("i", 1))),
):
    attempt(action)
first, *rest = Loud("j", 2)
print(first, rest)
a = b = [1, 2, 3]
for x in a:
    if x == 1:
        a.remove(2)
print(a)
d = {1: 1, 2: 2}
attempt(lambda: [d.pop(k) for k in d])
s = {1, 2}
attempt(lambda: [s.add(x + 10) for x in s])

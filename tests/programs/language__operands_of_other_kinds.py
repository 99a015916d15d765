# The same instructions meet ints, then everything else, and ints again.
import sys


def compare(a, b):
    if a < b:
        return "less"
    return "not less"


def count(values, limit):
    n = 0
    for value in values:
        if value >= limit:
            n += 1
        n = n * 1 + 0
    return n


class Below:
    def __lt__(self, other):
        return "yes"


for a, b in [(1, 2), (2.5, 1), ("a", "b"), (True, 2), (2**70, 2**71), (Below(), 1), (3, 2)]:
    print(compare(a, b))
try:
    compare(1, "b")
except TypeError as error:
    print(error)

for values in [range(4), [1, 2.5, True], (2**64, 3), {5: 1, 0: 2}, range(2**64, 2**64 + 2), range(0)]:
    print(count(values, 1))


def operate(a, b):
    return [a + b, a - b, a * b, a + 1, 7 - b]


print(operate(3, 4), operate(3, 2.5), operate(True, False))
print(operate(2**62, 2**62), operate(-(2**63), 1), operate(2**63 - 1, -1))
print([a % 7 for a in range(-3, 3)], [a // 2 for a in (-3, 3.0)], [a * 2 for a in ("x", [1])])


def unbound(which):
    if which == 1:
        local = 1
    if which == 2:
        return other < 1
    if which == 3:
        return [1 + other]
    other = local + 1
    return local < other


for which in (0, 1, 2, 3):
    try:
        print(unbound(which))
    except UnboundLocalError as error:
        print(type(error).__name__)


def appended(values):
    return [value for value in values]


held = object()
before = sys.getrefcount(held)
kept = appended([held, held]) + appended(range(2))
print(sys.getrefcount(held) - before, kept[2:])
kept = None
print(sys.getrefcount(held) - before)


def recursive(n):
    return 0 if n == 0 else 1 + recursive(n - 1)


print(recursive(50), recursive(True))
try:
    recursive(0.5)
except RecursionError as error:
    print(type(error).__name__)

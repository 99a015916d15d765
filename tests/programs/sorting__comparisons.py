# Which comparisons list.sort makes, in which order; what a list shows while it is sorted.
# needs: classes, builtins, try
import sys

log = []
seed = 12345


def random(n):
    global seed
    seed = (seed * 1103515245 + 12345) % 2147483648
    return seed // 65536 % n


class Item:
    def __init__(self, value, index):
        self.value = value
        self.index = index

    def __lt__(self, other):
        log.append((self.index, other.index))
        return self.value < other.value


def digest():
    total = 7
    for a, b in log:
        total = (total * 1000003 + a * 31 + b) % (1 << 61)
    n = len(log)
    log.clear()
    return n, total


few = [Item(v, i) for i, v in enumerate([3, 1, 2, 2, 5, 4])]
few.sort()
print(log)
log.clear()
for size in (2, 10, 63, 64, 65, 100, 129, 200, 333, 500, 777, 1000):
    for n_values in (2, 7, 10**6):
        items = [Item(random(n_values), i) for i in range(size)]
        items.sort(reverse=n_values == 7)
        print(size, n_values, digest(), [it.index for it in items[:4]])
for name, values in [
    ("two rising", list(range(300)) * 2),
    ("falling", list(range(300, 0, -1))),
    ("plateaus", [0] * 200 + [1] * 200 + [0] * 200),
    ("falling, rising", list(range(100, 0, -1)) + list(range(500))),
    ("falling plateaus", [i // 10 for i in range(300, 0, -1)] + list(range(40))),
    ("saw", [i % 7 for i in range(1000)]),
]:
    items = [Item(v, i) for i, v in enumerate(values)]
    items.sort()
    print(name, digest())


class Fails:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        global left
        left -= 1
        if left == 0:
            raise KeyError("no more")
        return self.value < other.value


for left in (1, 50, 600, 900):
    items = [Fails(random(100)) for _ in range(150)]
    try:
        items.sort()
    except KeyError as error:
        print(error, [it.value for it in items])


class Changes:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        print("seen", len(changed))
        changed.append(5)
        return self.value < other.value


changed = [Changes(2), Changes(1)]
try:
    changed.sort()
except ValueError as error:
    print(error, [it.value for it in changed])


class Key:
    def __init__(self, value):
        self.value = value
        print("key", value, len(values))

    def __lt__(self, other):
        print(self.value, "<", other.value, sys.getrefcount(self) - 1)
        return self.value < other.value

    def __del__(self):
        print("del", self.value, len(values))


values = [3, 1, 2]
values.sort(key=Key)
print(values)
values.sort(key=Key, reverse=True)
print(values)
try:
    values.sort(key=lambda v: Key(v) if v != 2 else 1 // 0)
except ZeroDivisionError as error:
    print(error, values)
del error

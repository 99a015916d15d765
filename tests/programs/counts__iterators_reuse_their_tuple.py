# enumerate, zip and items() hand the same tuple out again while nobody else has it, and so hold its last items.
# needs: builtins
import sys

rows = [[1], [2], [3]]
d = {"a": [1], "b": [2]}
for i, x in enumerate(rows):
    print("enumerate", sys.getrefcount(x))
for x, y in zip(rows, rows):
    print("zip", sys.getrefcount(x))
for k, x in d.items():
    print("items", sys.getrefcount(x))
for pair in enumerate(rows):
    print("kept", sys.getrefcount(pair))
x = y = pair = None
pairs = list(zip(rows, rows))
print(len(pairs), sys.getrefcount(rows[0]))


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def each():
    yield Noisy("a")
    yield Noisy("b")


numbered = enumerate(each())
for i, x in numbered:
    print(i)
x = None
print("loop over")
del numbered
print("end")

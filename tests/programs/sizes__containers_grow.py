# How lists, dicts, sets and strings grow: getsizeof step by step, and total size of a structure.
# needs: builtins
import sys

lst, seen = [], []
for i in range(40):
    size = sys.getsizeof(lst)
    if not seen or seen[-1][1] != size:
        seen.append((i, size))
    lst.append(i)
print(seen)
d, seen = {}, []
for i in range(100):
    size = sys.getsizeof(d)
    if not seen or seen[-1][1] != size:
        seen.append((i, size))
    d[i] = None
print(seen)
s, seen = set(), []
for i in range(100):
    size = sys.getsizeof(s)
    if not seen or seen[-1][1] != size:
        seen.append((i, size))
    s.add(i)
print(seen)
while lst:
    lst.pop()
print(sys.getsizeof(lst), sys.getsizeof([]), sys.getsizeof([None] * 10), sys.getsizeof(list(range(10))), sys.getsizeof([i for i in range(10)]))
print([sys.getsizeof("x" * n) for n in (0, 1, 10, 100)], [sys.getsizeof(c * 10) for c in "aéж😀"])
print([sys.getsizeof(n) for n in (0, 1, 2**30, 2**60, 2**90, -1, True)], sys.getsizeof(1.5), sys.getsizeof(None))
print([sys.getsizeof(tuple(range(n))) for n in range(4)], sys.getsizeof(range(10**9)), sys.getsizeof(b"abc"))


def total_size(o, seen=None):
    seen = set() if seen is None else seen
    if id(o) in seen:
        return 0
    seen.add(id(o))
    size = sys.getsizeof(o)
    if isinstance(o, dict):
        size += sum(total_size(k, seen) + total_size(v, seen) for k, v in o.items())
    elif isinstance(o, (list, tuple, set, frozenset)):
        size += sum(total_size(i, seen) for i in o)
    return size


data = {"names": ["ann", "bob"], "nested": [{"a": 1.5}, (1, 2, 3)], 5: {7, 8}}
data["self"] = data
print(total_size(data))
words = "the quick brown fox jumps over the lazy dog the end".split()
print(total_size(words), len({id(w) for w in words}))

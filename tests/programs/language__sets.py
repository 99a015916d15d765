# Sets of small integers have an order of their own; operations and methods.
# needs: builtins
s = {3, 1, 2}
t = {2, 3, 4}
print(s, s | t, s & t, s - t, s ^ t, s <= {1, 2, 3}, s < t, s.isdisjoint({9}))
s.add(10)
s.discard(99)
s.update([7, 8])
print(s, len(s), 10 in s, sorted(s), {0, 8, 16, 1}, {5, -1, 300}, set(range(12)), set())
print(frozenset([1, 2]), {frozenset([1])}, set([1, 1]), {True, 1, 1.0}, s.pop(), s)
try:
    s.remove(99)
except KeyError as e:
    print(e)

# namedtuple, Counter, defaultdict, OrderedDict, deque, ChainMap as readers use them.
# needs: collections
import gc
import sys
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, defaultdict, deque, namedtuple

Point = namedtuple("Point", "x y", defaults=[0])
p = Point(3)
print(p, p.x, p[1], p._fields, p._asdict(), p._replace(y=9), Point._make([1, 2]), Point._field_defaults)
x, y = p
print(x, y, p == (3, 0), isinstance(p, tuple), hash(p) == hash((3, 0)), sys.getsizeof(p), gc.is_tracked(p))
print(Point.__doc__, Point.x.__doc__, Point.__new__.__defaults__, repr(Point), Point.__slots__)
for bad in ("x x", "1a", "class", "_a"):
    try:
        namedtuple("T", bad)
    except ValueError as e:
        print(e)
print(namedtuple("T", "a class a _b", rename=True)._fields)
try:
    Point(1, 2, 3)
except TypeError as e:
    print(str(e).split("() ")[-1])
try:
    p.x = 4
except AttributeError as e:
    print(e)
try:
    p._replace(z=1)
except (ValueError, TypeError) as e:
    print(type(e).__name__, e)


class P3(Point):
    __slots__ = ()

    @property
    def norm(self):
        return (self.x ** 2 + self.y ** 2) ** .5

    def __add__(self, other):
        return P3(self.x + other.x, self.y + other.y)


print(P3(3, 4).norm, P3(1, 2) + P3(3, 4), P3(1)._replace(y=3))
c = Counter("mississippi")
print(c, c.most_common(2), c["zz"], sorted(c.elements())[:4], c - Counter("miss"), c & Counter("sip"), +Counter(a=-1, b=2))
c.update("ppp")
c.subtract({"i": 10})
print(c, sum(c.values()), Counter(a=1) == Counter(a=1, b=0))
d = defaultdict(list)
d["a"].append(1)
print(d, d["b"], "c" in d, d.get("c"), len(d), d.default_factory)
d.default_factory = None
try:
    d["zz"]
except KeyError as e:
    print(repr(e))
print(defaultdict(int, a=1), dict(defaultdict(int, a=1)), defaultdict(lambda: 5).__missing__(3))
o = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
o.move_to_end("a")
print(o, o.popitem(last=False), list(reversed(o)), o == {"c": 3, "a": 1}, o == OrderedDict(a=1, c=3))
o["self"] = o
print(o)
q = deque([1, 2, 3], maxlen=3)
q.append(4)
print(q, q.maxlen, q.popleft(), q)
q.extendleft([7, 8])
q.rotate(1)
print(q, q[0], list(reversed(q)), q.index(7), q.count(7), q + deque([1]) if sys.version_info >= (3, 5) else None)
try:
    deque().pop()
except IndexError as e:
    print(e)
try:
    for item in q:
        q.append(item)
except RuntimeError as e:
    print(e)
m = ChainMap({"a": 1}, {"a": 2, "b": 3})
m["c"] = 4
print(m["a"], m["b"], m.maps, len(m), sorted(m), m.new_child({"z": 0})["z"], m.parents)
u = UserDict(a=1)
u["b"] = 2
print(u, u.data, UserList([1, 2]) + [3], "a" in u)

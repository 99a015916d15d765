# deque, defaultdict, OrderedDict, Counter, namedtuple.
# needs: collections
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple

d = deque([1, 2, 3], maxlen=3)
d.append(4)
d.appendleft(0)
print(d, d.pop(), d.popleft(), len(d), list(d))
d.rotate(1)
print(d)
g = defaultdict(list)
for w in ["apple", "bob", "axe"]:
    g[w[0]].append(w)
print(g, g["zzz"], len(g))
o = OrderedDict(a=1, b=2)
o.move_to_end("a")
print(o, o.popitem(last=False))
c = Counter("mississippi")
print(c, c.most_common(2), c["x"], c + Counter("miss"), sum(c.values()))
P = namedtuple("P", ["x", "y"])
p = P(1, y=2)
print(p, p.x, p[1], p._replace(x=5), p._asdict(), P._fields, p == (1, 2))

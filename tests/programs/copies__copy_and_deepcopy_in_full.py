# copy and deepcopy: identity, memo, cycles, __copy__, __deepcopy__, __reduce__, slots.
# needs: copy
import copy
import gc
import sys

a = [1, [2, 3], {"k": (4, [5])}]
s, d = copy.copy(a), copy.deepcopy(a)
print(s == a, s is a, s[1] is a[1], d == a, d[1] is a[1], d[2]["k"] is a[2]["k"])
t = (1, "x", (2,))
print(copy.copy(t) is t, copy.deepcopy(t) is t, copy.deepcopy((1, [])) == (1, []))
loop = [1]
loop.append(loop)
other = copy.deepcopy(loop)
print(other, other[1] is other, other is loop)


class Node:
    def __init__(self, name):
        self.name = name
        self.links = []

    def __repr__(self):
        return "Node(%s -> %s)" % (self.name, [n.name for n in self.links])


x, y = Node("x"), Node("y")
x.links.append(y)
y.links.append(x)
x2 = copy.deepcopy(x)
print(x2, x2.links[0].links[0] is x2, x2 is x)
x3 = copy.copy(x)
print(x3.links is x.links, x3.__dict__ == x.__dict__, x3.__dict__ is x.__dict__)
shared = [0]
print([p is q for p, q in [copy.deepcopy([shared, shared])]])


class Custom:
    def __copy__(self):
        return "copied"

    def __deepcopy__(self, memo):
        print("memo", type(memo).__name__)
        return ["deep", copy.deepcopy([1], memo)]


print(copy.copy(Custom()), copy.deepcopy(Custom()), copy.deepcopy({"c": Custom()}))


class Slotted:
    __slots__ = ("a", "b")


q = Slotted()
q.a = [1]
w = copy.copy(q)
v = copy.deepcopy(q)
print(w.a is q.a, v.a is q.a, v.a, hasattr(w, "b"))


class Reduced:
    def __init__(self, n):
        self.n = n

    def __reduce__(self):
        return Reduced, (self.n + 1,)


print(copy.copy(Reduced(1)).n, copy.deepcopy(Reduced(5)).n)


class State:
    def __getstate__(self):
        return {"from": "getstate"}

    def __setstate__(self, state):
        print("setstate", state)


copy.copy(State())


class L(list):
    pass


l = L([1, [2]])
l.attr = [3]
m = copy.deepcopy(l)
print(type(m).__name__, m, m.attr, m.attr is l.attr, m[1] is l[1])
e = ValueError("a", [1])
f = copy.copy(e)
print(repr(f), f is e, f.args[1] is e.args[1])
print(copy.copy(len) is len, copy.deepcopy(Node) is Node, copy.copy(None), copy.copy(range(3)), copy.deepcopy({1, 2}), copy.copy(frozenset([1])))
print(copy.deepcopy(bytearray(b"ab")), copy.copy({1: 2}), copy.deepcopy(x.__repr__)() == repr(x))
for bad in ((i for i in ()), sys, lambda: 0):
    try:
        print(type(copy.deepcopy(bad)).__name__)
    except TypeError as err:
        print(err)
memo = {}
copy.deepcopy([shared], memo)
print(len(memo), id(shared) in memo, memo[id(shared)])
del x, y, x2, x3, other, loop
print(gc.collect() > 0)
if sys.version_info >= (3, 13):
    from collections import namedtuple
    P = namedtuple("P", "x y")
    print(copy.replace(P(1, 2), y=5))

# Weak dictionaries, sets and finalizers as a cache uses them.
# needs: weakref, generators
import gc
import weakref


class Image:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Image({self.name!r})"

    def __eq__(self, other):
        return isinstance(other, Image) and self.name == other.name

    def __hash__(self):
        return hash(self.name)


cache = weakref.WeakValueDictionary()


def load(name):
    image = cache.get(name)
    if image is None:
        cache[name] = image = Image(name)
        weakref.finalize(image, print, "finalized", name)
    return image


a = load("a")
b = load("b")
print(a is load("a"), len(cache), sorted(cache), dict(cache), "a" in cache)
del a
print(len(cache), list(cache.items()), list(cache.keys()), [type(r).__name__ for r in cache.valuerefs()])
print(cache.pop("b"), cache.pop("zz", None))
try:
    cache["nope"]
except KeyError as e:
    print(repr(e))
try:
    cache["int"] = 5
except TypeError as e:
    print(e)
cache.update({"b": b, "again": b})
print(len(cache), cache.setdefault("b", None), sorted(cache.copy()))
b = None
print(len(cache))
extra = weakref.WeakKeyDictionary()
k1, k2 = Image("k"), Image("k")
extra[k1] = "first"
extra[k2] = "second"
print(len(extra), extra[k1], [r() is k1 for r in extra.keyrefs()])
del k1
print(len(extra), list(extra.items()), k2 in extra)
try:
    extra["str"] = 1
except TypeError as e:
    print(e)
s = weakref.WeakSet([k2])
s.add(Image("gone"))
print(len(s), k2 in s, list(s), s | {k2} == s, s.isdisjoint([]))
s.discard(k2)
print(len(s), s == weakref.WeakSet())
f = weakref.finalize(k2, lambda *a, **k: print("called", a, k) or "result", 1, two=2)
print(f.alive, f.peek()[0] is k2, f.peek()[2:], f.atexit)
print(f(), f.alive, f(), f.peek())
f = weakref.finalize(k2, print, "detached")
print(f.detach()[1] is print, f.alive, f.detach())
del k2
p = Image("proxied")
proxy = weakref.proxy(p)
print(proxy.name, type(proxy).__name__, proxy == p, isinstance(proxy, Image), repr(proxy.__class__))
proxy.name = "renamed"
print(p)
del p
try:
    proxy.name
except ReferenceError as e:
    print(e)
r = weakref.ref(Image("x"))
print(r(), r is not None, callable(r))
for bad in (5, "s", (1,), [1], {}, None, object(), b"", 1.5, int, len, print, lambda: 0, {1}, frozenset(), range(3), (i for i in ())):
    try:
        weakref.ref(bad)
        print(type(bad).__name__, "ok")
    except TypeError as e:
        print(e)

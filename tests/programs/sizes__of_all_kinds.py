# sys.getsizeof of every kind of object that a tutorial measures.
# needs: sys, all
import collections
import functools
import sys
import types
import weakref


class Empty:
    pass


class Slots:
    __slots__ = ("a", "b")


class SlotsWeak:
    __slots__ = ("a", "__weakref__", "__dict__")


class ListKid(list):
    pass


class IntKid(int):
    pass


class StrKid(str):
    pass


class TupKid(tuple):
    pass


class DictKid(dict):
    pass


def fn(a, b=2):
    return a


def gen():
    yield


size = sys.getsizeof
print("int", [size(x) for x in (0, 1, -1, 2**29, 2**30, 2**60, 2**100, -2**1000)])
print("bool none float complex", size(True), size(None), size(1.5), size(1j), size(...), size(NotImplemented))
print("str", [size(s) for s in ("", "a", "abc", "é", "ÿ" * 10, "中", "中" * 10, "😀", "a" * 100)])
print("bytes", [size(s) for s in (b"", b"a", b"a" * 100)], size(bytearray()), size(bytearray(b"abc")))
print("tuple", [size(tuple(range(n))) for n in (0, 1, 2, 10)])
print("list", [size(x) for x in ([], [1], [1, 2], list(range(5)), [i for i in range(5)], [None] * 7, list("abc"), sorted("abc"), [1, 2] + [3], list(()), [*range(3)])])
l = []
steps = []
for i in range(40):
    l.append(i)
    if not steps or steps[-1] != size(l):
        steps.append(size(l))
print("append", steps)
while l:
    l.pop()
    if steps[-1] != size(l):
        steps.append(size(l))
print("pop", steps)
l = [1, 2, 3, 4, 5]
l.insert(0, 0); print("insert", size(l)); l += [1]; print(size(l)); del l[2:]; print(size(l)); l.extend((1, 2, 3)); print(size(l)); l.clear(); print(size(l))
print("dict", [size(dict.fromkeys(range(n))) for n in (0, 1, 5, 6, 10, 11, 100)], size({}), size({"a": 1}), size(dict(a=1)), size({i: i for i in range(6)}), size({"k%d" % i: i for i in range(6)}))
d = {"a": 1, "b": 2}
del d["a"]; print(size(d)); d.clear(); print(size(d)); d["x"] = 1; print(size(d), size(d.copy()), size({**d}), size(d.keys()), size(d.items()), size(iter(d)))
print("set", [size(set(range(n))) for n in (0, 1, 4, 5, 20, 100)], size(frozenset()), size(frozenset([1])), size({1, 2}), size(set("abcdef")))
print("instances", size(Empty()), size(Empty().__dict__), size(Slots()), size(SlotsWeak()), size(ListKid()), size(ListKid([1])), size(IntKid()), size(IntKid(5)), size(StrKid("a")), size(TupKid((1,))), size(DictKid()))
e = Empty()
e.a = 1
print(size(e), size(e.__dict__), size(vars(e)))
for i in range(10):
    setattr(e, "n%d" % i, i)
print(size(e.__dict__))
f2 = Empty()
f2.a = 1
print(size(f2.__dict__))
print("functions", size(fn), size(lambda: 0), size(len), size([].append), size(e.__init__), size("".join), size(str.join), size(gen), size(gen()), size(functools.partial(fn, 1)))
print("classes", size(Empty), size(Slots), size(int), size(type), size(object), size(object()), size(property()), size(staticmethod(fn)), size(classmethod(fn)), size(super(Empty, e)))
print("iterators", size(iter([])), size(iter(())), size(iter("")), size(iter(set())), size(range(5)), size(iter(range(5))), size(enumerate([])), size(zip()), size(map(len, [])), size(filter(None, [])), size(reversed([])))
print("others", size(slice(1)), size(weakref.ref(Empty)), size(sys), size(types.ModuleType("m")), size(Exception()), size(ValueError("a", 1)), size(KeyError()), size(OSError()), size(memoryview(b"")), size(sys._getframe()) > 0)
print("collections", size(collections.deque()), size(collections.deque(range(100))), size(collections.OrderedDict()), size(collections.OrderedDict(a=1)), size(collections.Counter()), size(collections.Counter("abc")), size(collections.defaultdict(int)), size(collections.namedtuple("P", "a b")(1, 2)))


class Custom:
    def __sizeof__(self):
        return 100


class Wrong:
    def __sizeof__(self):
        return "x"


print(size(Custom()), Custom().__sizeof__(), [].__sizeof__(), (1,).__sizeof__(), "".__sizeof__(), size(3, "default"))
for w in (lambda: size(Wrong()), lambda: size(Wrong(), 5), lambda: size()):
    try:
        print(w())
    except TypeError as err:
        print(err)

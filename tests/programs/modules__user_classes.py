# UserDict, UserList, UserString and ChainMap: classes to derive from that keep what they wrap in an attribute.
# needs: imports, inheritance, lambda
import collections
import gc
import weakref


class Defaults(collections.UserDict):
    def __missing__(self, key):
        return key * 2


class Stack(collections.UserList):
    def push(self, item):
        self.data.append(item)


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


d = Defaults(a=1)
s = Stack([3, 1, 2])
t = collections.UserString("hello World")
c = collections.ChainMap({"a": 1}, {"a": 2, "b": 3})
s.push(5)
for action in (
    lambda: d, lambda: d["zz"], lambda: d.keys(), lambda: d.items(), lambda: d.pop("q"), lambda: d.popitem(), lambda: d,
    lambda: d.popitem(), lambda: len(d), lambda: hash(d), lambda: reversed(d), lambda: isinstance(d, dict),
    lambda: collections.UserDict(x=1) == {"x": 1}, lambda: collections.UserDict(5), lambda: collections.UserDict()["x"],
    lambda: s, lambda: s[1:], lambda: type(s[1:]), lambda: s + [1], lambda: [0] + s, lambda: s * 2, lambda: s < [9], lambda: s < 5,
    lambda: s.index(9), lambda: s[10], lambda: s.sort(), lambda: s, lambda: s.pop(), lambda: s.append(), lambda: hash(s),
    lambda: t.upper(), lambda: type(t.upper()), lambda: t[0], lambda: t + "!", lambda: t.split(), lambda: t == "hello World",
    lambda: int(collections.UserString("42")), lambda: t.index("q"), lambda: isinstance(t, str), lambda: hash(t) == hash(t.data),
    lambda: c, lambda: c["b"], lambda: c["z"], lambda: list(c), lambda: c.new_child({"b": 0}), lambda: c.parents, lambda: c.pop("b"),
    lambda: c.pop("a"), lambda: c, lambda: c["a"], lambda: sorted(c.items()), lambda: bool(c.parents.parents),
):
    attempt(action)

watch = weakref.ref(s)
d["self"] = d
d["stack"] = s
del d, s
print(watch() is None, gc.collect() > 0, watch() is None)

# SimpleNamespace, and the reprs of what contains itself.
# needs: imports, inheritance, lambda
import collections
import gc
import sys
import types
import weakref


class Settings(types.SimpleNamespace):
    pass


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


n = types.SimpleNamespace(b=1, a=[2])
n.me = n
s = Settings(x=1)
s.all = [s]
ordered = collections.OrderedDict(a=1)
ordered["self"] = ordered


class Lists(collections.defaultdict):
    pass


lists = Lists(list, a=[1])
lists["self"] = lists
for action in (
    lambda: n, lambda: s, lambda: ordered, lambda: lists, lambda: types.SimpleNamespace(), lambda: types.SimpleNamespace({"a": 1}),
    lambda: types.SimpleNamespace(1), lambda: types.SimpleNamespace({1: 2}), lambda: types.SimpleNamespace(1, 2),
    lambda: types.SimpleNamespace(a=1) == types.SimpleNamespace(a=1), lambda: s == n, lambda: hash(n), lambda: n.nothing,
    lambda: weakref.ref(types.SimpleNamespace()), lambda: weakref.ref(s)() is s, lambda: sys.getsizeof(types.SimpleNamespace()),
    lambda: bytearray(b"it's"), lambda: bytearray(b'"it\'s"'), lambda: bytes(b"it's"),
):
    attempt(action)
print(gc.get_referents(n) == [n.__dict__], gc.is_tracked(types.SimpleNamespace()))
vars(n).update({"c d": 5})
del n.me
print(n, [type(r).__name__ for r in gc.get_referents(Settings())])

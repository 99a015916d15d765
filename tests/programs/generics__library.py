# Classes of the library that take arguments (3.9).
# versions: 3.9+
# needs: generic aliases
import collections
import collections.abc
import functools
import weakref

for generic in (
    collections.deque, collections.defaultdict, collections.OrderedDict, collections.Counter, collections.ChainMap,
    functools.partial, weakref.WeakKeyDictionary, weakref.WeakValueDictionary, collections.abc.Iterable,
    collections.abc.Mapping, collections.abc.Sequence, collections.abc.Generator, enumerate, map, zip, filter,
    reversed, property, range, bytes,
):
    try:
        print(generic[int])
    except TypeError as error:
        print(error)


class Rows(collections.deque[int]):
    pass


print(Rows([1]), Rows.__bases__)
print(collections.defaultdict[str, list](list), collections.deque[int]([1, 2]))

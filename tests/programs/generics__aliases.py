# list[int] is an object of its own (3.9): it holds the class and the arguments, and passes calls on.
# needs: generic aliases
import gc
import sys
import types
import weakref

for make in (lambda: int[str], lambda: object[1], lambda: (1).__class__["x"]):
    try:
        print(make())
    except TypeError as error:
        print(error)
try:
    alias = list[int]
except TypeError as error:
    print(error)
    sys.exit()


class Own:
    def __class_getitem__(cls, item):
        return cls.__name__, item


class Derived(dict):
    pass


def show(*values):
    for value in values:
        try:
            print(value())
        except Exception as error:
            print(type(error).__name__, error)


print(alias, dict[str, int], tuple[int, ...], tuple[()], set[None], type[int], frozenset[list[str]])
print(list["text"], list[Own], Derived[str, int], Own[int], dict[str, [1]])
print(type(alias), type(alias) is types.GenericAlias, types.GenericAlias(list, int), types.GenericAlias(Own, (1, 2)))
print(alias.__origin__, alias.__args__, dict[str, int].__args__, tuple[()].__args__, alias.__parameters__)
print(alias == list[int], alias == list[str], alias == list, hash(alias) == hash(list[int]), alias is list[int])
print(alias([1, 2]), alias.append is list.append, alias.__name__, alias.__module__, alias.__class__)
show(lambda: isinstance([], alias), lambda: issubclass(list, alias), lambda: alias[int], lambda: len(alias))
show(lambda: Derived[int](a=1), lambda: alias.nothing)


class FromAlias(list[int]):
    pass


print(FromAlias.__bases__, FromAlias.__mro__, FromAlias.__orig_bases__)
if sys.version_info >= (3, 10):
    print(alias | None, int | alias, alias | str | alias)
instance = types.GenericAlias(Own, int)()
print(type(instance), instance.__orig_class__)
print(gc.is_tracked(alias), [type(x).__name__ for x in gc.get_referents(alias)])
item = []
held = list[item]
print(sys.getrefcount(item))
reference = weakref.ref(held)
item.append(held)
del held, item
print(reference() is None)
gc.collect()
print(reference() is None)

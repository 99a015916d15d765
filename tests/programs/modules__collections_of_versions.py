# Where versions differ in collections and types: new_child(), the hash of a Set, the part abc, and namespaces in an order.
# needs: collections, types
import collections
import operator
import sys
import types


def attempt(function, *args, **keywords):
    try:
        print(function(*args, **keywords))
    except Exception as error:
        print(type(error).__name__, error)


if sys.version_info >= (3, 13):
    # Before, it was there where something else had imported it.
    print(hasattr(collections, "abc"), issubclass(list, collections.abc.Sequence))
import collections.abc

print(collections.abc.__name__ in ("collections.abc", "_collections_abc"), hasattr(collections, "abc"))
chain = collections.ChainMap({"a": 1})
attempt(chain.new_child)
attempt(chain.new_child, {"b": 2})
attempt(chain.new_child, b=2)
attempt(chain.new_child, {"b": 2}, c=3)


class Few(collections.abc.Set):
    def __init__(self, elements):
        self.elements = list(elements)

    def __contains__(self, element):
        return element in self.elements

    def __len__(self):
        return len(self.elements)

    def __iter__(self):
        return iter(self.elements)


for elements in ([], [1, 2, 3], [-1, -2], range(50), [2.5, (1, 2)]):
    print(Few(elements)._hash())
plain, derived = types.SimpleNamespace(a=1), type("Derived", (types.SimpleNamespace,), {})(a=1)
for compare in (operator.lt, operator.le, operator.gt, operator.ge, operator.eq, operator.ne):
    attempt(compare, plain, derived)
    attempt(compare, plain, 4)
    attempt(compare, 4, plain)

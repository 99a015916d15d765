# A subclass's instance visits its attributes, its class, then what its base visits; keys of a dict of texts are passed over.
# needs: collections, functools, slots
import gc
import weakref
from collections import OrderedDict, defaultdict
from functools import partial


def kinds(label, x):
    print(label, [type(y).__name__ for y in gc.get_referents(x)])


class List(list):
    pass


class Slotted(list):
    __slots__ = ("q",)


class Map(dict):
    pass


class Error(Exception):
    pass


class Ordered(OrderedDict):
    pass


kinds("list", List([1, []]))
items = List([1, []])
items.z = 3.5
kinds("list with an attribute", items)
slotted = Slotted([[]])
slotted.q = {}
kinds("list with a slot", slotted)
kinds("dict", Map(a=1.5))
kinds("dict of ints", Map({1: 1.5}))
kinds("exception", Error(1.5))
error = Error(1.5)
error.me = error
kinds("exception with an attribute", error)
kinds("StopIteration", StopIteration(1.5))
default = defaultdict(list)
default["a"] = 1.5
kinds("defaultdict", default)
ordered = OrderedDict()
kinds("OrderedDict", ordered)
ordered["a"] = 1.5
ordered["b"] = []
kinds("OrderedDict", ordered)
kinds("Ordered", Ordered(ordered))
kinds("partial", partial(print, 1.5, x=2))
kinds("enumerate", enumerate([1]))
kinds("descriptor", Slotted.__dict__["q"])

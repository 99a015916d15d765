# Methods of built-in types are of several kinds.
# needs: builtins
import sys


class A:
    pass


def show(method):
    print(type(method).__name__, sys.getsizeof(method), repr(method).split(" at ")[0])


a = A()
show(a.__init__)
show(object.__init__)
show([].__len__)
show([].append)
show(list.append)
show({}.__contains__)
show([].__getitem__)
show(().__getitem__)
show((1).__add__)
show("a".__eq__)
show(a.__repr__)
show(a.__sizeof__)
show(dict.fromkeys)
show(len)
show(object.__new__)

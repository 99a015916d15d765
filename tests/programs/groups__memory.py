# Exception groups are containers: they hold their exceptions, form cycles, and die with their last reference.
# versions: 3.11+
# needs: exception groups
import gc
import sys
import weakref


class Error(Exception):
    def __del__(self):
        print("del", self.args)


gc.disable()
gc.collect()
error = Error(1)
group = ExceptionGroup("g", [error])
print(sys.getrefcount(error), sys.getsizeof(group), gc.is_tracked(group))
print([type(x).__name__ for x in gc.get_referents(group)])
dead = weakref.ref(group)
del error
del group
print(dead())

group = ExceptionGroup("cycle", [Error(2)])
group.self = group
del group
print(gc.collect())

members = [Error(3)]
group = ExceptionGroup("in itself", members)
group.exceptions[0].group = group
del group, members
print(gc.collect())


def star():
    try:
        raise ExceptionGroup("g", [Error(4), TypeError()])
    except* Error as caught:
        print("caught", sys.getrefcount(caught))
    except* TypeError:
        print("types")


star()
print("after")
print(gc.collect())


def kept():
    try:
        raise ExceptionGroup("g", [Error(5)])
    except* Error as caught:
        kept = caught
    return kept


kept()
print(gc.collect())
wide = BaseExceptionGroup("w", [SystemExit()])
print(sys.getsizeof(wide), sys.getsizeof(ValueError()))


class Own(ExceptionGroup):
    pass


print(sys.getsizeof(Own("o", [ValueError()])))

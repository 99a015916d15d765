# Asking for an attribute that is not there: when an exception is made, the counts tell.
# needs: exact allocation counts, builtins
import gc

gc.disable()


class Plain:
    pass


class Asking:
    def __getattr__(self, name):
        return name


class Slotted:
    __slots__ = ("a",)


def measure(name, act):
    gc.collect()
    kept = [[n] for n in range(90)]
    gc.get_count()
    before = gc.get_count()[0]
    act()
    print(name, gc.get_count()[0] - before)


def failing(act):
    try:
        act()
    except Exception:
        pass


plain, asking, slotted, row = Plain(), Asking(), Slotted(), []
measure("hasattr", lambda: hasattr(plain, "x"))
measure("getattr with a default", lambda: getattr(plain, "x", None))
measure("getattr without", lambda: failing(lambda: getattr(plain, "x")))
measure("of a list", lambda: hasattr(row, "x"))
measure("of a class", lambda: hasattr(Plain, "x"))
measure("of a module", lambda: hasattr(gc, "x"))
measure("of an empty slot", lambda: hasattr(slotted, "a"))
measure("__getattr__", lambda: asking.x)
measure("a missing key", lambda: failing(lambda: {}["a"]))
measure("a used up iterator", lambda: failing(lambda: next(iter([]))))

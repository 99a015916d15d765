# What the weak dictionaries and sets make, by the counts: when they are made, filled, and when a member dies.
# needs: exact allocation counts, builtins
import gc
import weakref

gc.disable()


class Plain:
    pass


def show(label):
    print(label, gc.get_count()[0])


def use(kind, store):
    gc.collect()
    kept = [[n] for n in range(90)]
    first, second = Plain(), Plain()
    gc.get_count()
    show(kind.__name__)
    container = kind()
    show("made")
    store(container, first)
    show("one")
    store(container, second)
    show("two")
    store(container, second)
    show("again")
    del first
    show("one died")
    print(len(container))
    del container
    show("gone")
    pairs = [(n,) for n in range(4)] + [(n, n) for n in range(4)]
    show("tuples")


use(weakref.WeakValueDictionary, lambda d, x: d.__setitem__(id(x), x))
use(weakref.WeakKeyDictionary, lambda d, x: d.__setitem__(x, 1))
use(weakref.WeakSet, lambda d, x: d.add(x))

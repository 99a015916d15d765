# An automatic collection in a function sees its locals as reachable.
import gc
import weakref


class Thing:
    pass


def work():
    mine = Thing()
    mine.me = mine
    lost = Thing()
    lost.me = lost
    refs = [weakref.ref(mine), weakref.ref(lost)]
    del lost
    keep = [[i] for i in range(300)]
    return [refs[0]() is None, refs[1]() is None]


gc.disable()
gc.collect()
gc.set_threshold(100, 1000, 1000)
gc.enable()
print(work())

# How each kind of object is named in the debug output.
# needs: generators, closures, inheritance
import gc

gc.disable()


class Node:
    pass


class Row(list):
    pass


def outer():
    def inner():
        return inner

    return inner


gc.collect()
gc.set_debug(gc.DEBUG_COLLECTABLE)
outer()
print(gc.collect())
r = Row()
r.append({1, 2})
r.append((r,))
r.append({"k": r})
del r
print(gc.collect())
gc.set_debug(0)

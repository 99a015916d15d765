# DEBUG_COLLECTABLE names each unreachable object on standard error.
import gc

gc.disable()


class Node:
    pass


gc.collect()
n = Node()
n.row = [n, {"k": n}]
del n
gc.set_debug(gc.DEBUG_COLLECTABLE)
print(gc.collect())
gc.set_debug(0)

# DEBUG_SAVEALL keeps what would have been freed in gc.garbage.
import gc

gc.disable()


class Node:
    pass


gc.collect()
gc.set_debug(gc.DEBUG_SAVEALL)
a = []
a.append(a)
n = Node()
n.me = n
del a, n
print(gc.collect())
gc.set_debug(0)
print(len(gc.garbage))
for x in gc.garbage:
    print(type(x).__name__)
gc.garbage.clear()
print(gc.collect())

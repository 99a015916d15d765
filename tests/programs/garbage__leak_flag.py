# DEBUG_LEAK is collectable, uncollectable and saveall together.
import gc

gc.disable()


class Node:
    pass


gc.collect()
gc.set_debug(gc.DEBUG_LEAK)
n = Node()
n.me = n
row = [n]
row.append(row)
del n, row
print(gc.collect())
gc.set_debug(0)
print([type(x).__name__ for x in gc.garbage])
gc.garbage.clear()

# DEBUG_SAVEALL keeps the same objects in every version, but for dictionaries.
# versions: 2.7 3.8+
# needs: inheritance
import gc

gc.disable()


class Node(object):
    pass


gc.collect()
gc.set_debug(gc.DEBUG_SAVEALL)
n = Node()
n.me = [n]
del n
print(gc.collect())
gc.set_debug(0)
print([type(x).__name__ for x in gc.garbage])

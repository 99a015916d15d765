# With DEBUG_SAVEALL finalizers run, and the objects stay whole.
import gc

gc.disable()


class Node:
    def __init__(self):
        self.me = self

    def __del__(self):
        print("del")


gc.collect()
gc.set_debug(gc.DEBUG_SAVEALL)
Node()
print(gc.collect() > 0)
gc.set_debug(0)
for x in gc.garbage:
    if isinstance(x, Node):
        print(x.me is x)
x = None
gc.garbage.clear()
print(gc.collect() > 0)

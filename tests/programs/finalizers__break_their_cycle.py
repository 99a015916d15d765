# A finalizer that breaks its cycle leaves nothing for the collector.
import gc

gc.disable()


class Node:
    def __init__(self):
        self.me = self

    def __del__(self):
        self.me = None
        print("broken")


gc.collect()
Node()
print(gc.collect())
print(gc.collect())

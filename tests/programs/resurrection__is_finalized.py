# is_finalized() tells whether __del__ was called by death.
# versions: 3.9+
import gc

gc.disable()
saved = []


class Node:
    def __init__(self, cyclic):
        if cyclic:
            self.me = self

    def __del__(self):
        saved.append(self)


n = Node(False)
print(gc.is_finalized(n))
n.__del__()
print(gc.is_finalized(n), len(saved))
saved.clear()
del n
print(gc.is_finalized(saved[0]))
saved.clear()
Node(True)
gc.collect()
print(gc.is_finalized(saved[0]), gc.is_finalized([]))

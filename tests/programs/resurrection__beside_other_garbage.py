# Garbage beside a resurrected object is still collected, since 3.9.
import gc

gc.disable()
saved = []


class Node:
    def __init__(self):
        self.me = self

    def __del__(self):
        saved.append(self)


gc.collect()
Node()
row = []
row.append(row)
del row
print(gc.collect())
print(len(saved))
print(gc.collect())

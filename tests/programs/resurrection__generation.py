# A resurrected object moves on to the next generation.
import gc

gc.disable()
saved = []


class Node:
    def __init__(self):
        self.me = self

    def __del__(self):
        saved.append(self)


def where(x):
    for g in range(3):
        for y in gc.get_objects(generation=g):
            if y is x:
                return g


gc.collect()
Node()
gc.collect(0)
print(where(saved[0]))
gc.collect(1)
print(where(saved[0]))

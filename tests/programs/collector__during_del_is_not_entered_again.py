# collect() inside a finalizer of a collection does nothing and returns 0.
import gc

gc.disable()


class Node:
    def __init__(self):
        self.me = self

    def __del__(self):
        row = []
        row.append(row)
        del row
        print("inside", gc.collect())


gc.collect()
Node()
print(gc.collect() > 0)
print(gc.collect())

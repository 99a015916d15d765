# In __del__ all objects of the cycle are still whole.
import gc

gc.disable()


class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print(self.name, "sees", self.other.name, self.other.other is self)


a = Node("a")
b = Node("b")
a.other = b
b.other = a
del a, b
gc.collect()

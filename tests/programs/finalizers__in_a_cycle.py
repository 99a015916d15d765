# Since 3.4 finalizers of a cycle run, in the order of the collector's list.
import gc

gc.disable()


class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


a = Node("a")
b = Node("b")
c = Node("c")
a.next = b
b.next = c
c.next = a
del a, b, c
print("unreachable")
print(gc.collect() > 0)
print(gc.garbage)

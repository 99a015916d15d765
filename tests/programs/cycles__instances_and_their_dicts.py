# Up to 3.10 every instance owns a dictionary that is garbage of its own.
import gc


class Node:
    pass


def ring(size):
    first = Node()
    last = first
    for i in range(size - 1):
        node = Node()
        last.next = node
        last = node
    last.next = first


gc.collect()
ring(1)
print(gc.collect())
ring(2)
print(gc.collect())
ring(10)
print(gc.collect())

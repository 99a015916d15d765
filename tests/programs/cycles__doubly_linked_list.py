# A doubly linked list is full of cycles of two.
import gc


class Node:
    def __init__(self):
        self.prev = None
        self.next = None


def build(n):
    first = Node()
    last = first
    for i in range(n - 1):
        node = Node()
        node.prev = last
        last.next = node
        last = node


gc.collect()
build(2)
print(gc.collect())
build(5)
print(gc.collect())
build(1)
print(gc.collect())

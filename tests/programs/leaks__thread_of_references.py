# A linked list held by its tail only: the front is freed as it is passed.
# needs: generators
import weakref


class Node:
    def __init__(self, n):
        self.n = n
        self.next = None


def chain(n):
    first = last = Node(0)
    for i in range(1, n):
        last.next = Node(i)
        last = last.next
    return first


node = chain(5)
refs = []
n = node
while n:
    refs.append(weakref.ref(n))
    n = n.next
while node:
    print([r() is not None for r in refs])
    node = node.next

# A long linked list of instances is freed at once by its head.
import gc

gc.disable()
gc.collect()


class Node:
    def __init__(self, next):
        self.next = next


head = None
for i in range(100000):
    head = Node(head)
del head
print(gc.collect())

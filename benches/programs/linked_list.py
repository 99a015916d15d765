class Node:
    def __init__(self, next):
        self.next = next


head = None
for _ in range(1_000_000):
    head = Node(head)
print(head.next is not None)
while head:
    head = head.next
print(head)

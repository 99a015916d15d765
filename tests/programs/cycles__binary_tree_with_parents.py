# A tree whose nodes know their parents.
# needs: defaults
import gc


class Node:
    def __init__(self, parent=None):
        self.parent = parent
        self.left = None
        self.right = None


def grow(node, depth):
    if depth:
        node.left = Node(node)
        node.right = Node(node)
        grow(node.left, depth - 1)
        grow(node.right, depth - 1)


gc.collect()
root = Node()
grow(root, 3)
root = root.left
print(gc.collect())
root = None
print(gc.collect())

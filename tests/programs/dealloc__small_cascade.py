# One name can hold up a whole tree.
import gc

gc.disable()
gc.collect()


class Node:
    def __init__(self, name, left, right):
        self.name = name
        self.left = left
        self.right = right

    def __del__(self):
        print("del", self.name)


def tree(name, depth):
    if depth == 0:
        return Node(name, None, None)
    return Node(name, tree(name + "l", depth - 1), tree(name + "r", depth - 1))


root = tree("t", 2)
branch = root.right
del root
print("only the right branch is left")
del branch
print(gc.collect())

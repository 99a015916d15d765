# The order of finalizers in a cycle ignores who refers to whom.
import gc

gc.disable()


class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def family():
    kids = [Node("first kid"), Node("second kid")]
    parent = Node("parent")
    parent.kids = kids
    for kid in kids:
        kid.parent = parent
    return parent


gc.collect()
family()
gc.collect()
print("once survived")
p = family()
gc.collect()
del p
gc.collect()

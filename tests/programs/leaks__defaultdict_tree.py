# A tree of defaultdicts whose factory refers to itself.
# needs: collections, lambda
import collections
import gc

gc.disable()
gc.collect()


def tree():
    return collections.defaultdict(tree)


t = tree()
t["a"]["b"]["c"] = 1
del t
print(gc.collect())


def local_tree():
    make = lambda: collections.defaultdict(make)
    t = make()
    t["a"]["b"] = 1


local_tree()
print(gc.collect())

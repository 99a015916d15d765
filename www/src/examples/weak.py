import gc
import weakref


class Node:
    pass


node = Node()
node.me = node
w = weakref.ref(node)
print(w() is node)
del node
print(w() is None)
gc.collect()
print(w() is None)

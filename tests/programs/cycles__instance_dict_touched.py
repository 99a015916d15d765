# Asking for __dict__ makes an instance's dictionary an object.
import gc


class Node:
    pass


gc.collect()
n = Node()
n.me = n
n.__dict__
del n
print(gc.collect())
n = Node()
n.me = n
d = n.__dict__
del n
print(gc.collect(), len(d))
del d
print(gc.collect())

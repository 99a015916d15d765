# Cycles dropped in a loop are collected automatically in every version.
# versions: 2.7 3.8+
# needs: inheritance
import gc
import weakref


class Node(object):
    pass


gc.collect()
gc.set_threshold(700, 10, 10)
first = Node()
first.me = first
r = weakref.ref(first)
del first
for i in range(3000):
    n = Node()
    n.me = n
print(r() is None)

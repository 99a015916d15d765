# A weak reference whose referent the cycle collector found keeps its callback; one whose referent died by its count does not.
import gc
import sys
import weakref


def note(ref):
    print("called", ref() is None, ref.__callback__ is note, [type(x).__name__ for x in gc.get_referents(ref)])


class Node:
    pass


node = Node()
node.me = node
ref = weakref.ref(node, note)
before = sys.getrefcount(note)
del node
print(gc.collect() > 0, sys.getrefcount(note) - before, ref.__callback__ is note)
print([type(x).__name__ for x in gc.get_referents(ref)], gc.is_tracked(ref))
del ref
print(sys.getrefcount(note) - before)
node = Node()
ref = weakref.ref(node, note)
del node
print(sys.getrefcount(note) - before, ref.__callback__ is note)
print([type(x).__name__ for x in gc.get_referents(ref)])

# In the garbage themselves.
node = Node()
node.me = node
node.ref = weakref.ref(node, note)
kept = node.ref
other = Node()
other.me = other
other.ref = weakref.ref(node, note)
del other, node
print(gc.collect() > 0, sys.getrefcount(note) - before)
print([type(x).__name__ for x in gc.get_referents(kept)])

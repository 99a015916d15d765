# Cycles as they happen: parent and child, self reference, closures, exceptions, bound methods, class and instance.
# needs: gc, classes
import functools
import gc
import weakref

gc.disable()
gc.collect()


class Node:
    def __init__(self, **kw):
        self.__dict__.update(kw)


def freed(make):
    r = make()
    before = r() is None
    n = gc.collect()
    print(make.__name__, before, n, r() is None)


def parent_and_child():
    p, c = Node(), Node()
    p.child, c.parent = c, p
    return weakref.ref(p)


def own_list():
    n = Node()
    n.items = [n]
    return weakref.ref(n)


def own_method():
    n = Node()
    n.call = n.__init__
    return weakref.ref(n)


def own_closure():
    n = Node()
    n.f = lambda: n
    return weakref.ref(n)


def ring():
    nodes = [Node() for _ in range(5)]
    for a, b in zip(nodes, nodes[1:] + nodes[:1]):
        a.next = b
    return weakref.ref(nodes[0])


def local_class():
    class Local:
        pass
    return weakref.ref(Local)


def instance_in_class():
    class Holder:
        pass
    Holder.only = Holder()
    return weakref.ref(Holder.only)


def no_cycle():
    n = Node(child=Node(child=Node()))
    return weakref.ref(n.child.child)


def generator():
    n = Node()

    def gen():
        yield n
        yield n.g
    n.g = gen()
    next(n.g)
    return weakref.ref(n)


def property_cycle():
    class P:
        @property
        def x(self):
            return P
    return weakref.ref(P)


def partial_cycle():

    n = Node()
    n.p = functools.partial(print, n)
    return weakref.ref(n)


for make in (parent_and_child, own_list, own_method, own_closure, ring, local_class, instance_in_class, no_cycle, generator,
             property_cycle, partial_cycle):
    freed(make)
print(gc.garbage)

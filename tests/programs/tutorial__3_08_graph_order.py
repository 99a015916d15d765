# Tutorial 3, block 8: the order of its two sets is the one that the addresses give in CPython's table of a set.
# needs: typing, decorators, special methods
from typing import Set


class Graph:
    def __init__(self, value, nodes=None):
        self._value = value
        self._nodes: list = [] if nodes is None else nodes

    @property
    def value(self):
        return self._value

    @property
    def nodes(self):
        return self._nodes

    def node_add(self, node):
        self._nodes.append(node)

    def node_adds(self, nodes):
        self._nodes.extend(nodes)

    def node_del(self, node):
        self._nodes.remove(node)

    def __str__(self):
        return "Graph {} nodes {}".format(self._value, [node.value for node in self.nodes])

    def __repr__(self):
        return self.__str__()


def dfs(start: Graph, includes: Set[Graph] = None) -> Set[Graph]:
    if includes is None:
        includes = set()
    if start in includes:
        return includes
    includes.add(start)
    for s in start.nodes:
        includes.update(dfs(s, includes))
    return includes


def hash_of(x):
    address = id(x)
    return (address >> 4) | (address & 15) << 60


def place(table, h):
    """The first empty slot on the way of a hash: runs of ten neighbours where they fit, then a jump."""
    mask = len(table) - 1
    perturb = h
    i = h & mask
    while True:
        run = range(i, i + 10) if i + 9 <= mask else [i]
        for j in run:
            if table[j] is None:
                return j
        perturb >>= 5
        i = (i * 5 + 1 + perturb) & mask


def in_order(members):
    """A set of these, added one by one, as it would list them."""
    table = [None] * 8
    used = 0
    for x in members:
        table[place(table, hash_of(x))] = x
        used += 1
        if used * 5 >= (len(table) - 1) * 3:
            size = 8
            while size <= used * 4:
                size *= 2
            old, table = table, [None] * size
            for y in old:
                if y is not None:
                    table[place(table, hash_of(y))] = y
    return [x for x in table if x is not None]


A = Graph('A')
B = Graph('B')
C = Graph('C')
D = Graph('D')
E = Graph('E')
F = Graph('F')
has_nodes = {A, B, C, D, E, F}
A.node_adds([B, C])
B.node_adds([A, E])
C.node_adds([E])
D.node_adds([F])
F.node_adds([D])
graph_nodes = dfs(A, set())
print([x.value for x in has_nodes] == [x.value for x in in_order([A, B, C, D, E, F])])
print([x.value for x in graph_nodes] == [x.value for x in in_order([A, B, E, C])])
rest = has_nodes - graph_nodes
print([x.value for x in rest] == [x.value for x in in_order([x for x in has_nodes if x in (D, F)])])
many = [Graph(str(i)) for i in range(200)]
print([x.value for x in set(many[:20])] == [x.value for x in in_order(many[:20])])
print(len(graph_nodes), len(rest))

# A depth-first search for what a start reaches: the textbook's mark phase.
# needs: typing, decorators, special methods
from typing import List, Set


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

    def node_adds(self, nodes: List["Graph"]):
        self._nodes.extend(nodes)

    def __repr__(self):
        return "Graph {} nodes {}".format(self._value, [n.value for n in self.nodes])


def dfs(start: Graph, includes: Set[Graph] = None) -> Set[Graph]:
    if includes is None:
        includes = set()
    if start in includes:
        return includes
    includes.add(start)
    for s in start.nodes:
        includes.update(dfs(s, includes))
    return includes


if __name__ == "__main__":
    A, B, C, D, E, F = [Graph(c) for c in "ABCDEF"]
    A.node_adds([B, C])
    B.node_adds([A, E])
    C.node_adds([E])
    D.node_adds([F])
    F.node_adds([D])
    reached = dfs(A, set())
    for g in sorted(reached, key=lambda g: g.value):
        print(g)
    for g in sorted({A, B, C, D, E, F} - reached, key=lambda g: g.value):
        print("unreached", g)

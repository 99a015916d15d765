# A data class: init, repr, equality, defaults, frozen.
# needs: dataclasses
from dataclasses import dataclass, field
from typing import List, Optional


@dataclass
class Node:
    value: int
    next: Optional["Node"] = None
    tags: List[str] = field(default_factory=list)


@dataclass(frozen=True, order=True)
class P:
    x: int
    y: int = 0


n = Node(1, Node(2))
print(n, n == Node(1, Node(2)), n.next.tags is n.tags)
print(P(1), P(1) < P(2), hash(P(1)) == hash(P(1)), P(1, 2) in {P(1, 2)})
try:
    P(1).x = 5
except Exception as e:
    print(type(e).__name__, e)
try:
    Node()
except TypeError as e:
    print(e)

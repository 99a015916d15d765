# A class whose annotations are made when somebody asks for them is part of a few cycles more (3.14).
# needs: annotations
import gc

gc.collect()


class Tree:
    Size = int
    size: Size
    parent: list = None


print(Tree.__annotations__)
del Tree
print(gc.collect())


class Node:
    def add(self, child: int) -> list:
        return [child]


print(Node.add.__annotations__)
del Node
print(gc.collect())


def f(x: None) -> None:
    pass


f.me = f
del f
print(gc.collect())


def g(x: int, *rest: str) -> dict:
    pass


print(g.__annotations__)
g.__annotations__["me"] = g
del g
print(gc.collect())

# Children that know their parent make a cycle with it.
import gc


class Node:
    pass


def family(n):
    parent = Node()
    parent.kids = []
    for i in range(n):
        kid = Node()
        kid.parent = parent
        parent.kids.append(kid)


gc.collect()
family(0)
print(gc.collect())
family(1)
print(gc.collect())
family(3)
print(gc.collect())

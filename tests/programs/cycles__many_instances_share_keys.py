# After thirty instances a class's keys are full, and dictionaries appear.
# needs: local classes
import gc


def build(n):
    class Node:
        pass

    rows = [Node() for i in range(n)]
    for i in range(n):
        rows[i].x = rows[i]
    for i in range(n):
        rows[i].y = rows[i]
    rows = None
    Node = None


gc.collect()
for n in [5, 20, 29, 30, 31, 40]:
    build(n)
    first = gc.collect()
    print(n, first)

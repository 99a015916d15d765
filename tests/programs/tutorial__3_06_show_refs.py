# Tutorial 3, block 6: two lists that hold each other, drawn.
# needs: objgraph

import objgraph

a = [1, 2, 3]
b = [4, 5, 6]

a.append(b)
b.append(a)

objgraph.show_refs([a])

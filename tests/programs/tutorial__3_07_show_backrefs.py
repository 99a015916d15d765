# Tutorial 3, block 7: who refers to the list, drawn.
# needs: objgraph

import objgraph

a = [1, 2, 3]
b = [4, 5, 6]

a.append(b)
b.append(a)

objgraph.show_backrefs([a])

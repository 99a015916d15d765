# show_backrefs() draws who refers to an object, up to the module.
# needs: objgraph
import objgraph

a = [1, 2, 3]
b = [4, 5, 6]
a.append(b)
b.append(a)
objgraph.show_backrefs([a], filename="backrefs.dot", max_depth=2)

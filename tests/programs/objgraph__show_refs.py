# show_refs() draws what an object refers to; two lists that hold each other.
# needs: objgraph
import objgraph

a = [1, 2, 3]
b = [4, 5, 6]
a.append(b)
b.append(a)
objgraph.show_refs([a], filename="refs.dot")
objgraph.show_refs([a], filename="refs.dot", max_depth=1)
objgraph.show_refs([a], filename="refs.dot", too_many=2)

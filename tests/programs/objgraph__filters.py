# filter and extra_ignore leave objects out of a drawing.
# needs: objgraph, lambda
import objgraph

a = [1, 2, 3]
b = {"k": "v", "l": a}
objgraph.show_refs([b], filename="refs.dot")
objgraph.show_refs([b], filename="refs.dot", filter=lambda x: not isinstance(x, int))
objgraph.show_refs([b], filename="refs.dot", extra_ignore=[id(a)])
objgraph.show_refs([b], filename="refs.dot", max_depth=0)

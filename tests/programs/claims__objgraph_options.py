# Claim: objgraph can limit depth and breadth, name the file, filter and ignore. True.
# needs: objgraph
import objgraph

a = [[i] for i in range(20)]
objgraph.show_refs([a], filename="refs.dot")
objgraph.show_refs([a], filename="refs.dot", too_many=5)
objgraph.show_refs([a], filename="refs.dot", max_depth=1, too_many=30)
objgraph.show_refs([a], filename="refs.dot", filter=lambda x: not isinstance(x, int))
objgraph.show_refs([a], filename="refs.dot", extra_ignore=[id(a[0])])

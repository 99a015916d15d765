# show_chain() draws one chain of references.
# needs: objgraph
import objgraph

a = []
b = [a]
c = [b]
objgraph.show_chain([c, b, a], filename="chain.dot", backrefs=False)

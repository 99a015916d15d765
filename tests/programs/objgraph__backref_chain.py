# find_backref_chain() leads from an object back to a module.
# needs: objgraph
import objgraph


class Node:
    pass


registry = {}
n = Node()
n.row = [Node()]
registry["n"] = n
target = n.row[0]
chain = objgraph.find_backref_chain(target, objgraph.is_proper_module)
print(chain[-1] is target, objgraph.is_proper_module(chain[0]))
print(chain[0].__name__)
del target
inner = objgraph.find_ref_chain(registry, lambda x: isinstance(x, Node))
print([type(x).__name__ for x in inner])

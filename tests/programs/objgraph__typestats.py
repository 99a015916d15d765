# typestats() counts the types of the objects it is given.
# needs: objgraph
import objgraph


class A:
    pass


things = [A(), A(), [], [], [], {"k": 1}, (1, 2), A()]
print(sorted(objgraph.typestats(things).items()))
print(objgraph.most_common_types(limit=2, objects=things))
objgraph.show_most_common_types(limit=3, objects=[A(), A(), [], [], [], {}])
print(objgraph.typestats([A()], shortnames=False))

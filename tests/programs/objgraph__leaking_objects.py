# get_leaking_objects() lists objects that nothing tracked refers to.
# needs: objgraph
import objgraph


class Leaky:
    pass


things = [[], [Leaky()]]
roots = objgraph.get_leaking_objects(things)
print(len(roots))
print(sorted(type(x).__name__ for x in roots))

# get_new_ids() tells which objects were not there the last time.
# needs: objgraph
import objgraph


class Leak:
    pass


objgraph.get_new_ids(limit=0)
objgraph.get_new_ids(limit=0)
kept = [Leak(), Leak()]
new = objgraph.get_new_ids(limit=0)
print(len(new["Leak"]), len(objgraph.at_addrs(new["Leak"])), new["Leak"] == {id(one) for one in kept})
del kept[0]
new = objgraph.get_new_ids(limit=0)
print(len(new["Leak"]), len(objgraph.get_new_ids(skip_update=True)["Leak"]))

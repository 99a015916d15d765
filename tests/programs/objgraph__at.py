# at() gives the tracked object at an address.
# needs: objgraph
import objgraph

a = [1]
print(objgraph.at(id(a)) is a)
print(objgraph.at(1))

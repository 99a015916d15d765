# count() counts tracked objects of a type; by_type() gives them.
# needs: objgraph
import gc

import objgraph

gc.disable()


class Leaky:
    pass


print(objgraph.count("Leaky"))
row = [Leaky() for i in range(7)]
print(objgraph.count("Leaky"), len(objgraph.by_type("Leaky")))
print(objgraph.count("Leaky", row), objgraph.count("list", row))
x = row[0]
x.me = x
row.clear()
print(objgraph.count("Leaky"))
x = None
print(objgraph.count("Leaky"))
gc.collect()
print(objgraph.count("Leaky"))

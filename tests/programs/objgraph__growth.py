# growth() tells which types have more objects than before.
# needs: objgraph
import gc

import objgraph

gc.disable()


class Leaky:
    pass


objgraph.growth()
keep = [Leaky() for i in range(5)]
print([row for row in objgraph.growth(limit=20) if row[0] == "Leaky"])
print([row for row in objgraph.growth(limit=20) if row[0] == "Leaky"])
keep.append(Leaky())
print([row for row in objgraph.growth(limit=20) if row[0] == "Leaky"])

# A suspended generator is finalized by closing it, which may break its cycle first.
# needs: generators
import gc

gc.disable()
gc.collect()


def gen(row):
    yield 1
    yield row


row = []
g = gen(row)
row.append(g)
next(g)
del row, g
print(gc.collect())
row = []
g = (x for x in row)
row.append(g)
del row, g
print(gc.collect())

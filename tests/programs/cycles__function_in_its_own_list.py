# A function that its own globals do not hold can still be in a cycle.
import gc

gc.collect()
row = []


def f():
    pass


f.row = row
row.append(f)
f = row[0]
del row
print(gc.collect())
del f
print(gc.collect())


def g():
    pass


g.d = {"g": g}
del g
print(gc.collect())

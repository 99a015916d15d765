# Tuples of atoms leave the collector's lists when they are first visited.
import gc

gc.disable()
gc.collect()
rows = [(i, i + 1) for i in range(50)]
n = 0
for row in rows:
    if gc.is_tracked(row):
        n += 1
print(n)
gc.collect(0)
n = 0
for row in rows:
    if gc.is_tracked(row):
        n += 1
print(n)

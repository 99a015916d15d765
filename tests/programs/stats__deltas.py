# get_stats() counts collections and collected objects of each generation.
import gc

gc.disable()


def delta(a, b):
    for g in range(3):
        print(g, b[g]["collections"] - a[g]["collections"], b[g]["collected"] - a[g]["collected"], b[g]["uncollectable"] - a[g]["uncollectable"])


gc.collect()
before = gc.get_stats()
a = []
a.append(a)
del a
gc.collect(0)
gc.collect(1)
gc.collect(1)
b = []
b.append([b])
del b
gc.collect()
delta(before, gc.get_stats())

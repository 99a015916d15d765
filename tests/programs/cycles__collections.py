# deque, defaultdict, OrderedDict and partial in cycles.
# needs: collections, functools
import collections
import functools
import gc

gc.collect()
d = collections.deque()
d.append(d)
del d
print("deque", gc.collect())
d = collections.defaultdict(list)
d["me"] = d
del d
print("defaultdict", gc.collect())
d = collections.OrderedDict()
d["me"] = d
del d
print("OrderedDict", gc.collect())
row = []
p = functools.partial(print, row)
row.append(p)
del row, p
print("partial", gc.collect())
c = collections.Counter()
c["x"] = c
del c
print("Counter", gc.collect())

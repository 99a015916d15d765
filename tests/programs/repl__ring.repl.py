import gc
gc.collect() >= 0
a = []
b = [a]
a.append(b)
a
b
del a
del b
gc.collect()
_
gc.collect()
gc.collect()

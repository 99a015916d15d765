import gc
gc.collect() >= 0
a = []
a.append(a)
a
del a
gc.collect()
0
gc.collect()

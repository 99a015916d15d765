# Claim: collect() passes over old objects, collect(2) does not. False, and true: without an argument it means 2.
import gc

gc.disable()


def old_garbage():
    a = []
    a.append(a)
    gc.collect()
    gc.collect()


gc.collect()
a = []
a.append(a)
gc.collect()
gc.collect()
del a
print(gc.collect(0), gc.collect(1), gc.collect())
b = []
b.append(b)
gc.collect()
gc.collect()
del b
print(gc.collect(0), gc.collect(1), gc.collect(2))

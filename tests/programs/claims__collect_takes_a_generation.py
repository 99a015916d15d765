# Claim: collect() takes 0, 1 or 2. True; another number is an error.
import gc

gc.disable()
gc.collect()
for g in [0, 1, 2]:
    a = []
    a.append(a)
    del a
    print(g, gc.collect(g))
try:
    gc.collect(3)
except ValueError as error:
    print(error)

# Claim: two lists that hold each other are freed by gc.collect(). True.
import gc

gc.disable()
gc.collect()
a = []
b = []
a.append(b)
b.append(a)
del a
del b
print(gc.collect(), gc.collect())

# Claim: collect() looks at generation 0 only. False in every version.
import gc

gc.disable()
gc.collect()
a = []
a.append(a)
gc.collect()
del a
print("collect(0):", gc.collect(0))
print("collect():", gc.collect())

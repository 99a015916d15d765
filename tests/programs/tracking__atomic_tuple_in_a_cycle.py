# A tuple of atoms in garbage is counted only where it is still tracked.
import gc

gc.disable()
gc.collect()
n = 1
a = []
a.append(a)
a.append((n, n))
a.append((n, (n, n)))
a.append((n, []))
del a
print(gc.collect())

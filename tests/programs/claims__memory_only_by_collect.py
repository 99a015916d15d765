# Claim: a cycle's memory comes back only by calling collect(). False.
import gc
import weakref


class Thing:
    pass


gc.collect()
t = Thing()
t.me = t
r = weakref.ref(t)
del t
keep = []
while r() is not None and len(keep) < 100000:
    keep.append([])
print(r() is None, 500 < len(keep) < 2100)

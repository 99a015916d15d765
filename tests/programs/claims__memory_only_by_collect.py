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
keep = [[i] for i in range(500)]
print(r() is None)
more = [[i] for i in range(2000)]
print(r() is None)

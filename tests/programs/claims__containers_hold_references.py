# Claim: a container holds references to its items and not the items. True.
import sys


class Thing:
    pass


t = Thing()
before = sys.getrefcount(t)
a = [t, t]
d = {"k": t}
print(sys.getrefcount(t) - before)
print(a[0] is t, a[0] is d["k"])
del a
print(sys.getrefcount(t) - before)
d.clear()
print(sys.getrefcount(t) - before)

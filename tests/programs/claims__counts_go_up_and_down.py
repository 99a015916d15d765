# Claim: each new reference adds one to the count, each deleted one takes one away. True.
import sys


class Thing:
    pass


t = Thing()
start = sys.getrefcount(t)
u = t
v = [t]
w = {"k": t}
print(sys.getrefcount(t) - start)
u = None
print(sys.getrefcount(t) - start)
v.pop()
print(sys.getrefcount(t) - start)
del w["k"]
print(sys.getrefcount(t) - start)

# From 3.12 a collection right after a call sees the call's result on the stack.
# needs: eval breaker per instruction
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
while r() is not None and len(keep) < 20000:
    keep.append([])
print(r() is None, len(keep) < 3000)

# A generator that dies clears its weak references, callbacks included, before it is closed; other objects are finalized
# before that.
# needs: everything
import gc
import weakref

gc.disable()
gc.collect()


def gen(name):
    try:
        yield name
    finally:
        print("closed", name)


class D:
    def __del__(self):
        print("finalized")


g = gen("started")
next(g)
r = weakref.ref(g, lambda ref: print("callback", ref() is None))
del g

g = gen("not started")
r = weakref.ref(g, lambda ref: print("callback", ref() is None))
del g

g = gen("finished")
print(list(g))
r = weakref.ref(g, lambda ref: print("callback", ref() is None))
del g

g = gen("finalize")
next(g)
weakref.finalize(g, print, "finalize called")
del g

d = D()
r = weakref.ref(d, lambda ref: print("callback", ref() is None))
del d

g = gen("in a cycle")
ring = [next(g), g]
ring.append(ring)
r = weakref.ref(g, lambda ref: print("callback", ref() is None))
del g, ring
print(gc.collect())

# Garbage that a saved object does not reach is freed all the same.
import gc
import weakref

gc.disable()
saved = []


class N:
    pass


class S:
    def __del__(self):
        saved.append(self)


gc.collect()
s = S()
s.me = s
n = N()
n.s = s
n.me = n
r = weakref.ref(n)
del s, n
print(gc.collect() > 0)
print(len(saved), r())

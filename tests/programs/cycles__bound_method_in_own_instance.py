# An instance that stores its own bound method is a cycle.
import gc

gc.collect()


class C:
    def m(self):
        pass


c = C()
c.callback = c.m
del c
print(gc.collect())
c = C()
c.handlers = [c.m, c.m]
del c
print(gc.collect())

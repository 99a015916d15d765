# The collector calls back object by object in the order of its list.
import gc
import weakref

gc.disable()


class Thing:
    pass


def gone_a(ref):
    print("a")


def gone_b(ref):
    print("b")


def gone_c(ref):
    print("c")


c = Thing()
a = Thing()
b = Thing()
a.x = b
b.x = c
c.x = a
refs = [weakref.ref(a, gone_a), weakref.ref(b, gone_b), weakref.ref(c, gone_c)]
del a, b, c
gc.collect()
print("end")

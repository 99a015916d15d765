# Survivors of a list are found from its end; of a tuple as well; of attributes not.
import gc

gc.disable()


class D:
    def __init__(self, name):
        self.name = name
        self.me = self

    def __del__(self):
        print("del", self.name)


class Holder:
    pass


gc.collect()
t = (D("t0"), D("t1"), D("t2"))
gc.collect()
del t
gc.collect()
h = Holder()
h.a = D("a")
h.b = D("b")
h.c = D("c")
gc.collect()
del h
gc.collect()
s = [[D("00"), D("01")], [D("10"), D("11")]]
gc.collect()
del s
gc.collect()

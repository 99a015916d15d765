import gc
gc.collect() >= 0
class D:
    def __del__(self):
        print("del")

d = D()
d.me = d
d.missing
del d
gc.collect() > 0
1
gc.collect()

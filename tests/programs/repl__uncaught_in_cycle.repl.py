import gc
n = gc.collect()
class D:
    def __del__(self):
        print("del")

d = D()
d.me = d
d.missing
del d
n = gc.collect()
1
1 / 0
n = gc.collect()
2

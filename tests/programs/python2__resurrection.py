# What collect() returns when a finalizer saves its object.
# versions: 2.7 3.8+
# needs: inheritance
import gc

gc.disable()
saved = []


class P(object):
    def __del__(self):
        saved.append(self)
        print("saved")


gc.collect()
p = P()
p.me = p
row = []
row.append(row)
del p, row
print(gc.collect())
print(len(saved), len(gc.garbage))

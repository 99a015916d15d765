# An object with __del__ that only hangs on a cycle is freed normally in 2.7 too.
# versions: 2.7 3.8+
# needs: inheritance
import gc

gc.disable()


class D(object):
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del " + self.name)


gc.collect()
row = []
row.append(row)
row.append(D("hanging"))
del row
print(gc.collect() > 0)
print(len(gc.garbage))

# An object with __del__ that hangs on a cycle without being in it.
import gc

gc.disable()


class D:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


gc.collect()
row = [D("hanging")]
row.append(row)
row.append([D("deeper")])
del row
print("unreachable")
print(gc.collect() > 0)

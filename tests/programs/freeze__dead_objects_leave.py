# A frozen object that dies by its count leaves the permanent generation.
import gc

gc.disable()


class Thing:
    def __del__(self):
        print("del")


gc.collect()
t = Thing()
gc.freeze()
n = gc.get_freeze_count()
del t
print(n - gc.get_freeze_count())
gc.unfreeze()

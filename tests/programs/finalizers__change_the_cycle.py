# A finalizer may put new members into its cycle.
import gc

gc.disable()


class D:
    def __init__(self):
        self.me = self

    def __del__(self):
        self.more = [self, [self]]
        print("grown")


gc.collect()
D()
print(gc.collect() > 0)
print(gc.collect())

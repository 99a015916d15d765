# A finalizer run by the count may collect; one run by the collector may not.
import gc

gc.disable()


class D:
    def __del__(self):
        row = []
        row.append(row)
        del row
        print("collected", gc.collect())


gc.collect()
d = D()
del d
d = D()
d.me = d
del d
gc.collect()

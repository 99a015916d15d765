# A finalizer may do a lot of work and make garbage of its own.
import gc

gc.disable()


class Slow:
    def __init__(self):
        self.me = self

    def __del__(self):
        total = 0
        for i in range(1000):
            row = [i]
            total += len(row)
        print("worked", total)


gc.collect()
Slow()
print(gc.collect() > 0, len(gc.garbage))

# An error in a finalizer of an automatic collection does not disturb the loop.
import gc


class D:
    def __init__(self):
        self.me = self

    def __del__(self):
        raise ValueError("boom")


gc.disable()
gc.collect()
gc.set_threshold(50, 1000, 1000)
D()
keep = [None] * 100
gc.enable()
for i in range(100):
    keep[i] = [i]
gc.disable()
print("loop done")

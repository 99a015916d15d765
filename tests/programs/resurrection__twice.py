# A saved object that is dropped again dies without __del__.
import gc

gc.disable()
saved = []


class P:
    def __init__(self):
        self.me = self

    def __del__(self):
        print("__del__")
        saved.append(self)


gc.collect()
P()
print(gc.collect(), len(saved))
saved.clear()
print(gc.collect() > 0, len(saved))
print(gc.collect())

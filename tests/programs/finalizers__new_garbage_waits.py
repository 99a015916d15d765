# Garbage made by a finalizer is left for the next collection.
import gc

gc.disable()


class Maker:
    def __init__(self):
        self.me = self

    def __del__(self):
        row = []
        row.append(row)
        print("made a new cycle")


gc.collect()
Maker()
print(gc.collect() > 0)
print(gc.collect())
print(gc.collect())

# A full collection empties the free lists, so that new lists count again.
import gc

gc.disable()
keep = [None] * 60
for i in range(60):
    keep[i] = []
for i in range(60):
    keep[i] = None
gc.collect(1)
before = gc.get_count()[0]
for i in range(60):
    keep[i] = []
print((gc.get_count()[0] - before + 5) // 10)
for i in range(60):
    keep[i] = None
gc.collect(2)
before = gc.get_count()[0]
for i in range(60):
    keep[i] = []
print((gc.get_count()[0] - before + 5) // 10)

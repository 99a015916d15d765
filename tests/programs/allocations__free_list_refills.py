# Lists that were freed before are taken from the free list and not counted.
import gc

gc.disable()
keep = [None] * 50
for i in range(50):
    keep[i] = []
gc.collect()
for i in range(50):
    keep[i] = None
before = gc.get_count()[0]
for i in range(50):
    keep[i] = []
print((gc.get_count()[0] - before + 5) // 10)
gc.collect()
before = gc.get_count()[0]
for i in range(50):
    keep[i] = {}
print((gc.get_count()[0] - before + 5) // 10)

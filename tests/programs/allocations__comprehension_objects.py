# A comprehension leaves its list; the function that it makes up to 3.11 is gone again.
# needs: exact allocation counts
import gc

gc.disable()
keep = [None] * 100
gc.collect()
before = gc.get_count()[0]
for i in range(100):
    keep[i] = [x for x in ()]
print((gc.get_count()[0] - before + 10) // 100)

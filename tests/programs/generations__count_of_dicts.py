# Dictionaries have a free list of 80 as well.
# needs: exact allocation counts
import gc

gc.disable()
row = [None] * 300
gc.collect()
start = gc.get_count()[0]
for i in range(200):
    row[i] = {}
print(gc.get_count()[0] - start)
for i in range(200):
    row[i] = None
print(gc.get_count()[0] - start)
for i in range(200):
    row[i] = {"k": []}
print(gc.get_count()[0] - start)

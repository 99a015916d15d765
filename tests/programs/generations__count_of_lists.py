# Freed lists go to a free list and are then not counted as freed: 80 of them.
# needs: exact allocation counts
import gc

gc.disable()
row = [None] * 300
gc.collect()
start = gc.get_count()[0]
for i in range(200):
    row[i] = []
print(gc.get_count()[0] - start)
for i in range(200):
    row[i] = None
print(gc.get_count()[0] - start)
for i in range(200):
    row[i] = []
print(gc.get_count()[0] - start)

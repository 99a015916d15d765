# Instances have no free list: each death takes one off the count.
# needs: exact allocation counts
import gc

gc.disable()


class Thing:
    pass


row = [None] * 300
row[0] = Thing()
row[0] = None
gc.collect()
start = gc.get_count()[0]
for i in range(200):
    row[i] = Thing()
print(gc.get_count()[0] - start)
for i in range(200):
    row[i] = None
print(gc.get_count()[0] - start)
for i in range(200):
    row[i] = Thing()
    row[i].x = 1
print(gc.get_count()[0] - start)

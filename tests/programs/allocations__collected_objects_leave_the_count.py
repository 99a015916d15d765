# A collection sets the youngest count to zero, and what it frees keeps it there.
import gc

gc.disable()
gc.collect()
for i in range(300):
    row = []
    row.append(row)
row = None
print(gc.get_count()[0] > 290)
gc.collect(0)
print(gc.get_count()[0] < 5, gc.get_count()[1])

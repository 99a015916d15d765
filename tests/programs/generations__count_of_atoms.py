# Numbers and strings are not counted at all.
# needs: exact allocation counts
import gc

gc.disable()
row = [None] * 500
gc.collect()
start = gc.get_count()[0]
for i in range(500):
    row[i] = i * 1000
for i in range(500):
    row[i] = i * 0.5
for i in range(500):
    row[i] = f"text {i}"
for i in range(500):
    row[i] = b"x" * i
print(gc.get_count()[0] - start)

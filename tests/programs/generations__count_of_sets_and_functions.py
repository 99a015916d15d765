# Sets and functions are counted when made and when freed.
# needs: exact allocation counts
import gc

gc.disable()
row = [None] * 100
gc.collect()
start = gc.get_count()[0]
for i in range(100):
    row[i] = {i}
print(gc.get_count()[0] - start)
for i in range(100):
    row[i] = None
print(gc.get_count()[0] - start)
for i in range(100):

    def f():
        pass

    row[i] = f
print(gc.get_count()[0] - start)
f = None
for i in range(100):
    row[i] = None
print(gc.get_count()[0] - start)

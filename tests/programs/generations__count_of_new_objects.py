# count 0 grows by one with every new container and falls when one dies.
import gc

gc.disable()
row = [None] * 300
gc.collect()
before = gc.get_count()[0]
for i in range(300):
    row[i] = [i]
after = gc.get_count()[0]
print(after - before > 250)
for i in range(300):
    row[i] = None
print(gc.get_count()[0] < after)
print(gc.get_count()[1:])

# Automatic collections count in the statistics as well.
import gc

gc.disable()
gc.collect()
before = gc.get_stats()
keep = [None] * 500
gc.set_threshold(50, 1000, 1000)
gc.enable()
for i in range(500):
    row = []
    row.append(row)
gc.disable()
after = gc.get_stats()
print(after[0]["collections"] - before[0]["collections"] > 5)
print(after[0]["collected"] - before[0]["collected"] > 300)
print(after[2]["collections"] - before[2]["collections"])

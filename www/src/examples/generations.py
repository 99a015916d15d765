import gc

gc.set_threshold(10, 2, 2)
kept = []
for i in range(48):
    kept.append([i])
    if i % 3 == 0:
        kept.pop()
print(gc.get_count())
gc.collect()
print(gc.get_count())

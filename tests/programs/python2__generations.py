# Counts after collections, 2.7 beside the others.
# versions: 2.7 3.8+
import gc

gc.disable()
gc.collect()
for g in [0, 0, 0, 1, 1, 0, 2]:
    gc.collect(g)
    print(gc.get_count()[1:])

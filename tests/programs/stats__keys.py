# 3.15 adds candidates and duration to each generation's statistics.
import gc

stats = gc.get_stats()
print(len(stats))
for key in stats[0]:
    print(key)

# get_stats() returns new dictionaries each time.
import gc

a = gc.get_stats()
b = gc.get_stats()
print(a is b, a[0] is b[0], len(a) == len(b))
a[0]["collections"] = -1
print(gc.get_stats()[0]["collections"] >= 0)

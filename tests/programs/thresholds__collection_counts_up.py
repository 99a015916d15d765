# An automatic collection adds one to the next generation's count.
import gc

gc.disable()
gc.freeze()
gc.collect()
gc.set_threshold(100, 1000, 1000)
keep = [None] * 500
gc.enable()
for i in range(450):
    keep[i] = [i]
gc.disable()
print(gc.get_count()[1:])
gc.collect(1)
print(gc.get_count()[1:])
gc.unfreeze()

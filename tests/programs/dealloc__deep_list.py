# A list nested deeply is freed without using the C stack for each level.
import gc

gc.disable()
gc.collect()
deep = []
for i in range(300000):
    deep = [deep]
print(len(deep))
del deep
print(gc.collect())

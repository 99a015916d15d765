# What dies at once leaves the count as it was, through the free lists.
import gc

gc.disable()


class A:
    pass


A()
gc.collect()
before = gc.get_count()[0]
for i in range(1000):
    [i]
    (i, i)
    {"k": i}
    {i}
    A()
print(gc.get_count()[0] - before < 10)

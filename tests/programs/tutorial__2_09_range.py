# Tutorial 2, block 9: del of a big range and a collection.
a=range(10000*10000)
import gc
del a
print(gc.collect() >= 0)

# A tutorial's end: the name is used after its deletion.
import gc

a = [i for i in range(1000)]
del a
gc.collect()
print("finish")
print(a)

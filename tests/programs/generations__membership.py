# A new list is in generation 0, and moves on by one with every collection.
import gc

gc.disable()


def where(x):
    for g in range(3):
        for y in gc.get_objects(generation=g):
            if y is x:
                return g
    return None


gc.collect()
x = []
print(where(x))
gc.collect(0)
print(where(x))
gc.collect(0)
print(where(x))
gc.collect(1)
print(where(x))
gc.collect(2)
print(where(x))
print(where(1), where("text"))

# Claim: what survives a collection moves into the next generation. True, up to the oldest.
import gc

gc.disable()
gc.collect()
a = []


def generation_of(x):
    for g in range(3):
        for y in gc.get_objects(generation=g):
            if y is x:
                return g


found = [generation_of(a)]
for g in [0, 1, 2, 2]:
    gc.collect(g)
    found.append(generation_of(a))
print(found)

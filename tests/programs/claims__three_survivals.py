# Claim: what survived three collections is old. False: each one moves it on by one.
import gc

gc.disable()
gc.collect()
row = []


def generation():
    for g in [0, 1, 2]:
        for x in gc.get_objects(generation=g):
            if x is row:
                return g


print(generation())
gc.collect(0)
print(generation())
gc.collect(1)
print(generation())
gc.collect(2)
print(generation())

# Claim: all new objects belong to generation 0. Only those that are tracked.
import gc

gc.disable()
gc.collect()
n = 5
new = [[], (n, n), f"{n}", 10.0 * n, {"k": n}, {n}]
youngest = gc.get_objects(generation=0)
for x in new:
    found = False
    for y in youngest:
        if x is y:
            found = True
    print(type(x).__name__, found)

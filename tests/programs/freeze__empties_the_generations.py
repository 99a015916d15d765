# freeze() moves everything tracked to the permanent generation.
import gc

gc.disable()
row = []
gc.collect()
gc.freeze()
print(len(gc.get_objects()) < 10)
new = []
found = False
for x in gc.get_objects():
    if x is new:
        found = True
print(found, gc.is_tracked(row))
gc.unfreeze()
found = False
for x in gc.get_objects(generation=2):
    if x is row:
        found = True
print(found)

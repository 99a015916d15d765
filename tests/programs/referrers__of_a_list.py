# get_referrers() finds the tracked containers that refer to an object.
import gc

target = []
row = [target]
table = {"t": target}
pair = (target, 1)
found = gc.get_referrers(target)
print(len(found))
n = 0
for x in found:
    if x is row:
        n += 1
    if x is table:
        n += 10
    if x is pair:
        n += 100
    if type(x) is dict and x is not table:
        n += 1000
print(n)
print(len(gc.get_referrers(row)) > 0, gc.get_referrers())

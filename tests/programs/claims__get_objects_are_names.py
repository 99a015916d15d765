# Claim: get_objects() returns the names of deleted things. False.
import gc


class Thing:
    pass


t = Thing()
names = 0
things = 0
for x in gc.get_objects():
    if type(x) is str:
        names += 1
    if x is t:
        things += 1
print(names, things)

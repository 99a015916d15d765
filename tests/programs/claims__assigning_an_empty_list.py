# Claim: a = [] does not free what a held. False: the old list dies at once.
import weakref


class Big:
    pass


big = Big()
r = weakref.ref(big)
a = [big]
del big
print(r() is None)
a = []
print(r() is None)

# Live references compare by their objects, dead ones by identity.
# needs: special methods, builtins
import weakref


class N:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __hash__(self):
        return self.n


a = N(1)
b = N(1)
c = N(2)
ra, rb, rc = weakref.ref(a), weakref.ref(b), weakref.ref(c)
print(ra == rb, ra == rc, ra is rb, hash(ra) == hash(rb))
table = {ra: "a"}
print(table[rb])
del a
print(ra == rb, ra == ra, hash(ra))
del b
try:
    hash(rb)
    print("known before")
except TypeError as error:
    print(error)
del c
try:
    hash(rc)
except TypeError as error:
    print(error)

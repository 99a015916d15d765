# A proxy acts as its object, until the object is dead.
# needs: proxy
import weakref


class Thing:
    def __init__(self):
        self.n = 1

    def double(self):
        return self.n * 2

    def __len__(self):
        return 7


t = Thing()
p = weakref.proxy(t)
print(p.n, p.double(), len(p))
p.n = 5
print(t.n, type(p).__name__)
print(weakref.proxy(t) is p, weakref.getweakrefcount(t))
del t
try:
    p.n
except ReferenceError as error:
    print(error)
try:
    print(p)
except ReferenceError as error:
    print(error)

# A bound method refers to its instance; calling does not keep one.
import sys


class Counter:
    def tick(self):
        return sys.getrefcount(self)


c = Counter()
print(sys.getrefcount(c))
tick = c.tick
print(sys.getrefcount(c))
ticks = [c.tick, c.tick, c.tick]
print(sys.getrefcount(c))
print(c.tick())
print(tick())
del tick, ticks
print(sys.getrefcount(c))

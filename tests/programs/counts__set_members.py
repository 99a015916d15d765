# A set holds each member once.
import sys


class Item:
    pass


a = Item()
bag = {a}
print(sys.getrefcount(a))
bag.add(a)
print(sys.getrefcount(a), len(bag))
other = bag | {a}
print(sys.getrefcount(a))
bag.discard(a)
print(sys.getrefcount(a), len(bag))
other.clear()
print(sys.getrefcount(a))

# With __slots__ an instance has no dictionary to be collected.
# needs: slots
import gc

gc.collect()


class S:
    __slots__ = ("next",)


a = S()
b = S()
a.next = b
b.next = a
del a, b
print(gc.collect())

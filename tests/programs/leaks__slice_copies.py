# A slice of a list keeps the elements, not the list.
import sys
import weakref


class Item:
    pass


row = [Item() for i in range(10)]
refs = [weakref.ref(x) for x in row]
part = row[2:4]
del row
print([r() is not None for r in refs])
part = part[:1]
print([r() is not None for r in refs])

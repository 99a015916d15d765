# del in a loop's body deletes the name, not the element.
import weakref


class Item:
    pass


row = [Item() for i in range(3)]
refs = [weakref.ref(x) for x in row]
for x in row:
    del x
print([r() is None for r in refs])
for i in range(len(row)):
    row[i] = None
print([r() is None for r in refs])

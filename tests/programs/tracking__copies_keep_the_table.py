# A dict that once had a key that is no str keeps a table for any keys; its copy gets the same table where it is well filled.
import gc
import sys


def kinds(objects):
    return sorted(type(each).__name__ for each in objects)


d = {k: [k] for k in "ab"}
d[7] = d
print(kinds(gc.get_referents(d)), sys.getsizeof(d))
d.pop(7)
print(kinds(gc.get_referents(d)), sys.getsizeof(d))
c = d.copy()
print(kinds(gc.get_referents(c)), sys.getsizeof(c))
e = {str(i): [] for i in range(8)}
e[7] = 1
for i in range(6):
    del e[str(i)]
del e[7]
c = e.copy()
print(kinds(gc.get_referents(c)), sys.getsizeof(c), sys.getsizeof(e))
c = dict(d)
print(kinds(gc.get_referents(c)), sys.getsizeof(c))
c = {**d}
print(kinds(gc.get_referents(c)), sys.getsizeof(c))
c = {}
c.update(d)
print(kinds(gc.get_referents(c)), sys.getsizeof(c))

# What stands behind an open file, as the collector sees it: three objects in a chain; sizes, counts, referents, cycles.
# needs: files, gc
import gc
import os
import sys
import weakref

NAME = "files_objects.txt"
gc.collect()
gc.disable()
f = open(NAME, "w")
kinds = ("TextIOWrapper", "BufferedWriter", "BufferedReader", "FileIO")
parts = [f, f.buffer, f.buffer.raw]
print([(type(part).__name__, type(part).__module__, sys.getsizeof(part), gc.is_tracked(part)) for part in parts])
print([sys.getrefcount(part) - 2 for part in parts])
for part in parts:
    print([type(it).__name__ for it in gc.get_referents(part) if type(it) is not dict])
part = parts = None
print(f.__dict__, f.buffer.raw.__dict__)
f.close()


class Holder:
    pass


def in_cycle(*mode, **options):
    h = Holder()
    h.me = h
    h.file = open(NAME, *mode, **options)
    r = weakref.ref(h.file)
    del h
    n = gc.collect()
    return n, r() is None


print(in_cycle("w"), in_cycle(), in_cycle("rb"), in_cycle("rb", buffering=0))


def own_attribute(*mode):
    f = open(NAME, *mode)
    f.itself = f
    del f
    return gc.collect()


print(own_attribute("w"), own_attribute("r"), own_attribute("rb"), own_attribute("wb"))
f = open(NAME)
r = weakref.ref(f, lambda r: print("file is gone"))
del f
print(r())
gc.collect()
print(sorted(type(it).__name__ for it in gc.get_objects() if type(it).__name__ == "BufferedReader" and it.name == NAME))
os.remove(NAME)

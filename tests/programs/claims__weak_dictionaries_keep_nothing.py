# Claim: WeakValueDictionary and WeakKeyDictionary keep nothing alive. True but for a value that refers to its key.
# needs: weak dictionaries
import gc
import weakref

gc.disable()


class Thing:
    pass


values = weakref.WeakValueDictionary()
keys = weakref.WeakKeyDictionary()
a = Thing()
values["a"] = a
keys[a] = "data"
print(len(values), len(keys))
del a
print(len(values), len(keys))
a = Thing()
a.me = a
values["a"] = a
keys[a] = "data"
del a
print(len(values), len(keys))
gc.collect()
print(len(values), len(keys))
a = Thing()
keys[a] = [a]
del a
gc.collect()
print(len(keys))

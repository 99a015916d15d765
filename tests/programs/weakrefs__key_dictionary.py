# A WeakKeyDictionary loses an entry when its key dies.
# needs: weak containers
import gc
import weakref


class Key:
    pass


gc.disable()
gc.collect()
table = weakref.WeakKeyDictionary()
k = Key()
table[k] = "value"
other = Key()
table[other] = "other"
print(len(table), table[k])
del k
print(len(table))
k = Key()
table[k] = [k]
del k
gc.collect()
print("a value that refers to its key keeps it:", len(table))

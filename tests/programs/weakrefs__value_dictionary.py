# A WeakValueDictionary loses an entry when its value dies.
# needs: weak containers
import gc
import weakref


class Thing:
    def __init__(self, name):
        self.name = name


gc.disable()
gc.collect()
table = weakref.WeakValueDictionary()
a = Thing("a")
b = Thing("b")
b.me = b
table["a"] = a
table["b"] = b
print(len(table), sorted(table.keys()))
del a
print(len(table), "a" in table)
del b
print(len(table), table["b"].name)
gc.collect()
print(len(table), table.get("b"))
try:
    table["a"]
except KeyError as error:
    print("KeyError", error)

# A view of an array, which holds it.
# needs: array, weakref callbacks
import array
import gc
import weakref


class Table:
    def __init__(self):
        self.column = array.array("d", [0.0] * 1000)


gc.disable()
table = Table()
dead = []
watching = weakref.ref(table, lambda ref: dead.append("table"))
watching_column = weakref.ref(table.column, lambda ref: dead.append("column"))
view = memoryview(table.column)
del table
print(dead)
gc.collect()
print(dead, len(view))
del view
print(dead)

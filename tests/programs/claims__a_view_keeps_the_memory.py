# "Deleting the table frees nothing while one of its arrays is held": the array lives by its own references.
# needs: bytearray, memoryview, weakref callbacks
import gc
import weakref


class Column(bytearray):
    pass


class Table:
    def __init__(self):
        self.column = Column(1000)


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

# Tuples and sets take part in cycles through what they hold.
import gc


class Item:
    pass


gc.collect()
row = []
t = (row, 1)
row.append(t)
del row, t
print(gc.collect())
row = []
t = ((row,),)
row.append(t)
del row, t
print(gc.collect())
item = Item()
item.bag = {item}
del item
print(gc.collect())
row = []
table = {"row": (row,)}
row.append(table)
del row, table
print(gc.collect())

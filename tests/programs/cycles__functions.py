# A function reaches itself through its globals, its cell or its attributes.
import gc

gc.collect()


def f():
    pass


f.me = f
del f
print(gc.collect())


def g():
    pass


row = [g]
g.row = row
del g, row
print(gc.collect())

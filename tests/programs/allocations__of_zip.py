# How many containers more there are after tuples of zip were kept.
import gc
gc.disable()
def show(label, f):
    f(); gc.collect(); a = gc.get_count()[0]; r = f(); b = gc.get_count()[0]
    print(label, b - a)
v = [1, 2]
show('zip', lambda: zip(v, v))
show('list', lambda: list(zip(v, v)))
show('list1', lambda: list(zip(v)))
show('list3', lambda: list(zip(v, v, v)))
show('empty', lambda: list(zip([], [])))
show('one', lambda: list(zip([1], [1])))
show('next', lambda: next(zip(v, v)))
def two():
    z = zip(v, v); return next(z), next(z), z
show('two', two)
def gone():
    z = zip(v, v); r = list(z); return r, z
show('gone', gone)
def loop():
    for a in zip(v, v): pass
show('loop', loop)
def loop2():
    for a, b in zip(v, v): pass
show('loop2', loop2)
show('enum', lambda: list(enumerate(v)))
show('tuple', lambda: tuple(zip(v, v)))
show('dict', lambda: dict(zip(v, v)))
show('items', lambda: list({1: 2, 3: 4}.items()))

# get_objects() lists live objects, among them garbage not yet collected.
import gc

gc.disable()
gc.collect()


class Mark:
    pass


def count():
    n = 0
    for x in gc.get_objects():
        if type(x) is Mark:
            n += 1
    return n


m = Mark()
print(count())
m.me = m
del m
print(count())
gc.collect()
print(count())

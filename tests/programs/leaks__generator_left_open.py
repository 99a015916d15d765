# A generator that is kept half-way keeps all its locals.
# needs: generators
import weakref


class Big:
    pass


def read():
    big = Big()
    refs.append(weakref.ref(big))
    for i in range(100):
        yield i


refs = []
open_ones = []
for k in range(3):
    g = read()
    next(g)
    open_ones.append(g)
print([r() is None for r in refs])
open_ones.pop().close()
del g
print([r() is None for r in refs])
open_ones.clear()
print([r() is None for r in refs])

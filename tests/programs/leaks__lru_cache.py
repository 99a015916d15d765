# A cached method keeps its instances alive until the cache is cleared.
# needs: functools, decorators
import functools
import gc
import weakref


class Model:
    @functools.lru_cache(maxsize=None)
    def compute(self, n):
        return n * n


m = Model()
print(m.compute(3), m.compute(3))
print(Model.compute.cache_info())
r = weakref.ref(m)
del m
gc.collect()
print(r() is None)
Model.compute.cache_clear()
gc.collect()
print(r() is None)

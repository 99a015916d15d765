# An lru_cache on a method keeps every self it has seen: who refers to it, and what frees it.
# needs: functools, decorators
import functools
import gc
import sys
import weakref


class Service:
    def __init__(self, name):
        self.name = name
        self.blob = bytearray(1000)

    @functools.lru_cache(maxsize=2)
    def compute(self, n):
        return (self.name, n * 2)

    def __del__(self):
        print("del", self.name)

    def __repr__(self):
        return "<Service %s>" % self.name


a = Service("a")
print(a.compute(1), a.compute(1), a.compute(n=1))
print(Service.compute.cache_info())
print(a.compute.cache_info(), sys.getrefcount(a))
watch = weakref.ref(a)
del a
gc.collect()
print(watch())
print([type(r).__name__ for r in gc.get_referrers(watch())])
b = Service("b")
b.compute(1)
b.compute(2)
gc.collect()
print(watch(), Service.compute.cache_info())
Service.compute.cache_clear()
print(Service.compute.cache_info(), Service.compute.__wrapped__.__name__, Service.compute.__name__)
print(Service.compute.__doc__, Service.compute.__module__, Service.compute.__qualname__)
try:
    b.compute([])
except TypeError as error:
    print(type(error).__name__, error)
print(Service.__dict__["compute"].cache_parameters() if sys.version_info >= (3, 9) else None)
print(functools.lru_cache(maxsize=None, typed=True)(len)("abc"))


@functools.lru_cache
def bare(x):
    return x + 1


print(bare(1), bare(1.0), bare(True), bare.cache_info())
typed = functools.lru_cache(typed=True)(lambda x: type(x).__name__)
print(typed(1), typed(1.0), typed(True), typed.cache_info())

# A cache in a global dictionary keeps everything it was ever given.
import gc
import weakref

cache = {}


class Result:
    pass


def compute(n):
    if n not in cache:
        r = Result()
        r.value = n * n
        cache[n] = r
    return cache[n]


for i in range(100):
    compute(i % 30)
print(len(cache))
ref = weakref.ref(cache[7])
gc.collect()
print(ref() is None)
cache.clear()
print(ref() is None)

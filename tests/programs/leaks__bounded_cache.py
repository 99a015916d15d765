# A cache with a limit lets the oldest entry go.
# needs: functools, decorators
import functools


class Big:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n)


@functools.lru_cache(maxsize=2)
def load(n):
    return Big(n)


for n in [1, 2, 1, 3, 4]:
    print("load", load(n).n)
load.cache_clear()
print("end")

# partial, wraps, lru_cache, reduce.
# needs: functools, decorators
import functools

p = functools.partial(int, base=2)
print(p("101"), p.func is int, p.keywords, functools.partial(max, 5)(3))


@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info())
print(functools.reduce(lambda a, b: a * b, [1, 2, 3, 4]))


@functools.total_ordering
class N:
    def __init__(self, n):
        self.n = n

    def __eq__(self, o):
        return self.n == o.n

    def __lt__(self, o):
        return self.n < o.n


print(N(1) <= N(2), N(3) > N(2))

# A generator in a cycle is closed by the collector.
# needs: generators, finally
import gc

gc.disable()
gc.collect()


def gen():
    me = yield
    try:
        yield 1
    finally:
        print("closed")


g = gen()
next(g)
g.send(g)
del g
print("unreachable")
print(gc.collect() > 0)

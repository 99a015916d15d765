# What the collector visits of a generator: up to 3.10 its frame is an object; the code is the generator's own up to 3.11.
# needs: generators
import gc


def kinds(label, x):
    print(label, [type(y).__name__ for y in gc.get_referents(x)])


def numbers(x):
    y = 1.5
    yield x
    yield y


g = numbers([])
kinds("new", g)
next(g)
kinds("suspended", g)
next(g)
kinds("later", g)
next(g, None)
kinds("finished", g)
g = numbers([])
print(g.gi_frame.f_lineno)
kinds("with a frame object", g)

# What a generator expression holds before it begins and while it runs, and where it fails for want of an iterator.
import gc
import sys
import traceback


def over(v):
    return (x for x in v)


def loop(v):
    for x in v:
        yield x


def kinds(objects):
    return sorted(type(x).__name__ for x in objects)


class Bad:
    def __iter__(self):
        raise ValueError('no')


numbers, items, iterator = range(300, 400), [[], []], iter([[], []])
for held in (numbers, items, iterator):
    for make in (over, loop):
        before = sys.getrefcount(held)
        generator = make(held)
        print(make.__name__, type(held).__name__, sys.getrefcount(held) - before, end=' ')
        next(generator)
        print(sys.getrefcount(held) - before)
generator = (x for x in [[], {}])
print(kinds(gc.get_referents(generator)))
next(generator)
print(kinds(gc.get_referents(generator)), generator.gi_code.co_varnames)
generator.close()
try:
    over(5)
except TypeError:
    traceback.print_exc()
try:
    list(y for y in Bad())
except ValueError:
    traceback.print_exc()
n = 3
print(list(x + n for x in [1, 2] for y in (3, 4) if x))


def captured(a):
    return [lambda: x for x in a], (lambda: (x, a) for x in a)


functions, generator = captured([1, 2])
print([f() for f in functions], [f() for f in generator])
print(sum(x for x in range(4)), dict((a, b) for a, b in [(1, 2)]))

# Generators: what they hold, when they run their finally, and what is seen of them from outside.
# needs: generators
import gc
import itertools
import sys


class Res:
    def __init__(self, n):
        self.n = n
        print("open", n)

    def __del__(self):
        print("close", self.n)


def lines(n):
    res = Res(n)
    try:
        for i in range(n):
            got = yield i, res.n
            if got:
                print("got", got)
    except GeneratorExit:
        print("exit")
        raise
    except ValueError as e:
        print("value error", e)
        yield "recovered"
    finally:
        print("finally", n)
    return "done"


g = lines(3)
print(g.gi_frame.f_lineno, g.gi_running, g.gi_code.co_name, g.__name__, g.__qualname__, g.gi_yieldfrom)
print(next(g), g.send("hello"), sorted(g.gi_frame.f_locals))
print(sys.getrefcount(g), gc.is_tracked(g), type(g).__name__)
print(g.throw(ValueError("boom")))
try:
    next(g)
except StopIteration as e:
    print(repr(e.value))
print(g.gi_frame, list(g))
g = lines(2)
next(g)
del g
print("--")
g = lines(1)
g.close()
try:
    g.send(None)
except StopIteration:
    print("stopped")
g = lines(1)
try:
    g.send(1)
except TypeError as e:
    print(e)
del g


def delegating():
    result = yield from lines(1)
    print("result", result)
    x = yield from [10, 20]
    return x


d = delegating()
print(next(d), d.gi_yieldfrom.__name__)
print(list(d))


def tree(node):
    if node:
        left, value, right = node
        yield from tree(left)
        yield value
        yield from tree(right)


print(*tree(((None, 1, None), 2, ((None, 3, None), 4, None))))


def bad():
    yield 1
    raise StopIteration("inside")


try:
    list(bad())
except RuntimeError as e:
    print(e, repr(e.__cause__))


def reentrant():
    yield next(me)


me = reentrant()
try:
    next(me)
except ValueError as e:
    print(e)


def ignore():
    while True:
        try:
            yield
        except GeneratorExit:
            print("ignored")
            yield 2
            return


i = ignore()
next(i)
try:
    i.close()
except RuntimeError as e:
    print(e)
squares = (n * n for n in itertools.count())
print(list(itertools.islice(squares, 4)), next(squares), squares.__name__)
print(list(itertools.takewhile(lambda n: n < 60, squares)), next(squares))
pairs = list(zip(*[iter("abcdef")] * 2))
print(pairs, sum(x for x in range(5) if x % 2), max((len(s), s) for s in ("a", "ccc", "bb")))
def cyc():
    me = yield
    res = Res("in cycle")
    yield me
c = cyc(); next(c); c.send(c)
del c
print("collected", gc.collect() > 0)

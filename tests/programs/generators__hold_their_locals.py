# A suspended generator holds its local variables.
# needs: generators
import weakref


class Thing:
    pass


def gen():
    global ref
    t = Thing()
    ref = weakref.ref(t)
    yield 1
    print("resumed")
    yield 2


g = gen()
next(g)
print(ref() is None)
next(g)
print(ref() is None)
g.close()
print(ref() is None)

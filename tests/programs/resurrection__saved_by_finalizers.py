# Finalizers that bring their object back: once by __del__, then no more; and cycles of them.
# needs: weakref
import gc
import weakref

gc.collect()

saved = []


class Phoenix:
    def __init__(self, name, partner=None):
        self.name = name
        self.partner = partner

    def __del__(self):
        print("__del__", self.name)
        saved.append(self)


p = Phoenix("one")
r = weakref.ref(p, lambda _: print("callback one"))
print(gc.is_finalized(p) if hasattr(gc, "is_finalized") else "-")
del p
print(len(saved), r() is None)
print(gc.is_finalized(saved[0]) if hasattr(gc, "is_finalized") else "-")
saved.clear()
print(len(saved), r())

a = Phoenix("a")
b = Phoenix("b", a)
a.partner = b
extra = {"held by a": a}
a.extra = extra
wa, wb, = weakref.ref(a), weakref.ref(b, lambda _: print("callback b"))
fin = weakref.finalize(a, print, "finalize a")
del a, b, extra
print("collect", gc.collect())
print([s.name for s in saved], wa() is None, wb() is None, fin.alive)
saved.clear()
print("collect again", gc.collect(), len(saved))


class Pool:
    free = []

    def __new__(cls, *args):
        if cls.free:
            return cls.free.pop()
        return super().__new__(cls)

    def __init__(self, n):
        self.n = n

    def __del__(self):
        if len(self.free) < 2:
            Pool.free.append(self)
        else:
            print("really gone", self.n)


x = Pool(1)
first = id(x)
del x
print(len(Pool.free))
x = Pool(2)
print(id(x) == first, x.n, len(Pool.free))
del x
print(len(Pool.free))
ys = [Pool(i) for i in range(5)]
ys.clear()
print(len(Pool.free), sorted(p.n for p in Pool.free))
Pool.free.clear()


class Bad:
    def __del__(self):
        raise ValueError("in __del__")


Bad()
bad = Bad()
bad.me = bad
del bad
print(gc.collect(), gc.garbage)


class G:
    def gen(self):
        try:
            yield 1
            yield 2
        finally:
            saved.append(self)
            print("generator closed")


g = G().gen()
print(next(g))
del g
print(len(saved))

# Claim: objects whose __del__ is slow, raises or resurrects end in gc.garbage. False since 3.4.
# needs: unraisable errors
import gc

gc.disable()
gc.collect()
called = []
saved = []


class Slow:
    def __del__(self):
        called.append(sum(range(1000)))


class Raising:
    def __del__(self):
        called.append("raising")
        raise ValueError("in __del__")


class Resurrecting:
    def __del__(self):
        called.append("resurrecting")
        saved.append(self)


for c in [Slow, Raising, Resurrecting]:
    x = c()
    x.me = x
    del x
    gc.collect()
    print(c.__name__, called, len(gc.garbage), len(saved))
saved.clear()
gc.collect()
print(len(gc.garbage), called)

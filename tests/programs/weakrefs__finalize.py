# finalize calls its function once, at death or by hand.
# needs: finalize
import weakref


class Thing:
    pass


t = Thing()
f = weakref.finalize(t, print, "gone", 1, sep="-")
print(f.alive)
del t
print(f.alive)
t = Thing()
g = weakref.finalize(t, print, "by hand")
g()
g()
del t
print(g.alive, g())
t = Thing()
h = weakref.finalize(t, print, "never")
print(h.detach() is not None, h.alive)
del t

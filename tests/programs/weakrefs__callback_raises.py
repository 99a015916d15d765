# An error in a callback is printed and ignored.
import weakref


class Thing:
    pass


def bad(ref):
    raise ValueError("in callback")


t = Thing()
r = weakref.ref(t, bad)
del t
print("goes on")

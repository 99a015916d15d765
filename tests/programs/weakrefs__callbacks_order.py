# Callbacks of one object run last made, first called.
import weakref


class Thing:
    pass


def first(ref):
    print("first")


def second(ref):
    print("second")


def third(ref):
    print("third")


t = Thing()
a = weakref.ref(t, first)
b = weakref.ref(t, second)
c = weakref.ref(t, third)
del b
del t

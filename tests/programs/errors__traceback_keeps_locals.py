# A stored traceback keeps its frames' locals alive.
import gc
import weakref

gc.disable()
gc.collect()


class Thing:
    pass


def fail():
    global ref
    t = Thing()
    ref = weakref.ref(t)
    raise ValueError("x")


try:
    fail()
except ValueError as error:
    saved = error
print(ref() is None)
saved.__traceback__ = None
print(ref() is None)

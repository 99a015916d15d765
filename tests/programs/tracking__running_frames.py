# The object of a frame that runs is not tracked; a module that runs is held by a function from 3.11 on.
# needs: frames
import gc
import sys


def kinds(objects):
    return sorted([type(x).__name__ for x in objects])


def f():
    frame = sys._getframe()
    print(gc.is_tracked(frame), gc.is_tracked(frame.f_back))
    return frame


def g():
    frame = sys._getframe()
    yield gc.is_tracked(frame)


kept = f()
print(gc.is_tracked(kept))
print(next(g()))
kept = None
gc.collect()
here = gc.get_referrers(globals())
print(kinds(here))
here = None
try:
    1 / 0
except ZeroDivisionError as error:
    print(gc.is_tracked(error.__traceback__.tb_frame))


class A:
    pass


print(kinds(gc.get_referents(A)))

# A caught exception keeps its frames alive, and with them their locals.
# needs: try, gc, weakref
import gc
import sys
import weakref


class Big:
    pass


def fails():
    big = Big()
    global watched
    watched = weakref.ref(big)
    raise ValueError("no")


try:
    fails()
except ValueError as error:
    kept = error
print(watched() is not None, kept.__traceback__.tb_next.tb_frame.f_code.co_name)
print(sorted(kept.__traceback__.tb_next.tb_frame.f_locals))
kept.__traceback__ = None
print(watched() is None)

try:
    fails()
except ValueError as error:
    kept = error.with_traceback(None)
print(watched() is None)


def swallow():
    try:
        fails()
    except ValueError as error:
        stored = error
    return "done"


gc.disable()
print(swallow(), watched() is not None)
print(gc.collect() > 0, watched() is None)


def chained():
    try:
        fails()
    except ValueError as inner:
        raise KeyError("outer") from inner


try:
    chained()
except KeyError as error:
    print(repr(error.__cause__), watched() is not None)
    error.__cause__.__traceback__ = None
    error.__cause__ = None
    print(watched() is not None, error.__context__ is not None)
    error.__context__ = None
print(watched() is None)
try:
    print(error)
except NameError as gone:
    print(gone)
gc.enable()


def in_handler():
    try:
        fails()
    except ValueError:
        print(sys.exc_info()[0].__name__, watched() is not None)
    print(sys.exc_info(), watched() is None)


in_handler()

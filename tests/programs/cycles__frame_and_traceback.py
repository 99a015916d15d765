# A frame or a traceback in its own local is a cycle.
# needs: frames
import gc
import sys


def frame():
    f = sys._getframe()


def traceback():
    try:
        raise ValueError
    except ValueError:
        tb = sys.exc_info()[2]


def info():
    try:
        raise ValueError
    except ValueError:
        info = sys.exc_info()


def harmless():
    f = sys._getframe(0).f_code.co_name


gc.collect()
for f in [frame, traceback, info, harmless]:
    f()
    print(gc.collect())

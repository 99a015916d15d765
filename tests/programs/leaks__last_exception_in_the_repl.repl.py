# needs: sys
import sys, weakref
class Big:
    pass

def work():
    global r
    big = Big()
    r = weakref.ref(big)
    return 1 // 0

work()
r() is None
sys.last_traceback is None
del sys.last_traceback, sys.last_value
if hasattr(sys, "last_exc"):
    del sys.last_exc

r() is None

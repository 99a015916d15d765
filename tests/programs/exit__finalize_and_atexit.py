# weakref.finalize runs at exit among the other exit functions.
# needs: atexit, finalize
import atexit
import weakref


class Thing:
    pass


t = Thing()
atexit.register(print, "registered first")
weakref.finalize(t, print, "finalized")
atexit.register(print, "registered last")
print("end of program")

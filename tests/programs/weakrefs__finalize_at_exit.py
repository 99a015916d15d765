# At exit the finalizers that are left run, the last made first.
# needs: finalize
import weakref


class Thing:
    pass


a = Thing()
f0 = weakref.finalize(a, print, "first made")
f1 = weakref.finalize(a, print, "second made")
f2 = weakref.finalize(a, print, "not at exit")
f2.atexit = False
print(f0.atexit)
print("end of program")

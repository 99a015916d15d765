# Weak reference callbacks at exit run only where the reference outlives its object.
import weakref


class Thing:
    pass


def gone(ref):
    print("gone")


t = Thing()
r = weakref.ref(t, gone)
print("end of program")

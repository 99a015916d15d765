# A callback is called with the weak reference once the object is dead.
import weakref


class Thing:
    pass


def gone(ref):
    print("gone", ref is r, ref() is None)


t = Thing()
r = weakref.ref(t, gone)
print(r() is t)
del t
print("end")

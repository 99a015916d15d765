# When the last reference goes, __del__ runs first, then the callbacks.
import weakref


class Thing:
    def __del__(self):
        print("__del__", r() is self)


def gone(ref):
    print("callback", ref())


t = Thing()
r = weakref.ref(t, gone)
del t

# An object saved by its own __del__ keeps its weak references alive or not.
import weakref


class Thing:
    def __del__(self):
        saved.append(self)


def gone(ref):
    print("callback")


saved = []
t = Thing()
r = weakref.ref(t)
q = weakref.ref(t, gone)
del t
print(r() is saved[0], q() is saved[0])
saved.clear()
print(r(), q())

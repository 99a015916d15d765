# A weak reference that died before its object does not call back.
import weakref


class Thing:
    pass


def gone(ref):
    print("never printed")


t = Thing()
r = weakref.ref(t, gone)
print(weakref.getweakrefcount(t))
del r
print(weakref.getweakrefcount(t))
del t
print("end")

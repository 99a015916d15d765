# A thousand weak references with callbacks to one object.
import weakref

calls = 0


class Thing:
    pass


def gone(ref):
    global calls
    calls += 1


t = Thing()
refs = [weakref.ref(t, gone) for i in range(1000)]
print(weakref.getweakrefcount(t))
del refs[500:]
print(weakref.getweakrefcount(t))
del t
print(calls)

# ref() takes an object and perhaps a callback.
import weakref


class Thing:
    pass


t = Thing()
for n in range(4):
    try:
        if n == 0:
            weakref.ref()
        if n == 1:
            weakref.ref(t, 1, 2)
        if n == 2:
            weakref.ref(t)(1)
        if n == 3:
            print(weakref.getweakrefcount(5), weakref.getweakrefs(5))
    except TypeError as error:
        print(error)

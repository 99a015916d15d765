# A subclass of ref is not shared and can hold attributes.
# needs: inheritance
import weakref


class Named(weakref.ref):
    def __init__(self, target, callback=None, name=""):
        super().__init__(target, callback)
        self.name = name

    def __new__(cls, target, callback=None, name=""):
        return super().__new__(cls, target, callback)


class Thing:
    pass


t = Thing()
a = Named(t, name="a")
b = Named(t, name="b")
print(a is b, a == b, a.name, b().__class__.__name__)
print(weakref.getweakrefcount(t), weakref.ref(t) is a)
del t
print(a(), b())

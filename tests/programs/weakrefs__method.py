# A reference to a bound method is dead at once; WeakMethod is not.
# needs: weak containers
import weakref


class Thing:
    def m(self):
        return "called"


t = Thing()
r = weakref.ref(t.m)
print(r())
w = weakref.WeakMethod(t.m)
print(w()())
print(w() == t.m)
del t
print(w())

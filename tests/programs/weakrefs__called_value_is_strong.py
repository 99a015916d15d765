# The value of a called weak reference is a strong reference.
import weakref


class Thing:
    def __del__(self):
        print("del")


t = Thing()
r = weakref.ref(t)
u = r()
del t
print("still there", r() is u)
del u
print(r())

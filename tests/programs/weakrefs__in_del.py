# In __del__ by the count weak references still answer.
import weakref


class Thing:
    def __del__(self):
        print("in del", r() is self)
        print("new one", weakref.ref(self)() is self)


t = Thing()
r = weakref.ref(t)
del t
print(r())

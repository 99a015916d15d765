# A function dies with its last name, unless it is in a cycle.
import weakref


def f():
    pass


r = weakref.ref(f)
print(r() is f)
del f
print(r())

# Lists, dicts, tuples and atoms cannot be weakly referenced.
import weakref


class Plain:
    pass


def f():
    pass


for x in [[], {}, (), 1, 1.5, "s", b"b", None, True, range(3)]:
    try:
        weakref.ref(x)
        print(type(x).__name__, "ok")
    except TypeError as error:
        print(error)
for x in [{1}, Plain(), Plain, f, weakref]:
    print(weakref.ref(x)() is x)

# Claim: most standard types can be weakly referenced. False for those that programs use most.
import weakref


class Plain:
    pass


class MyList(list):
    pass


class MyTuple(tuple):
    pass


def f():
    yield 1


for x in [[], {}, (), 1, "text", 1.5, None, object(), Plain(), {1}, frozenset([1]), f, f(), Plain, MyList(), MyTuple()]:
    try:
        print(type(x).__name__, weakref.ref(x)() is x)
    except TypeError as error:
        print(error)

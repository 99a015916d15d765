# Up to 3.9 nothing to the right of := is computed when compiling, but tuples of constants.
# needs: everything
import gc
import sys


def folded():
    a = (x := 5000 + 1)
    b = 5001
    return a is b


def tuples():
    return (x := (5.5,)), (5.5,)


def negative():
    return (x := -5.5), -5.5


print(folded())
print(tuples()[0] is tuples()[0], tuples()[0] is tuples()[1])
print(negative()[0] is negative()[1])


def iterated():
    return (x := (i for i in [2.5])), (i for i in [2.5])


gc.disable()
for generator in iterated():
    source = gc.get_referents(generator)
    print(gc.is_tracked(generator), list(generator))


def default():
    return (x := lambda a=(): a), lambda a=(): a


print([f.__defaults__ is g.__defaults__ for f, g in zip(default(), default())])

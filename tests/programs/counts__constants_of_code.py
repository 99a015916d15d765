# Numbers that a code holds as constants of its own: also those whose operation the compiler has carried out.
import sys


def negative():
    return -1.25


def product():
    return 2.25 * 3


def item():
    return (3.25, 2)[0]


def nested():
    return ((), (4.25, 5.25))


def defaults():
    def inner(x=6.25, y=2):
        return x


def listed():
    return [(), 7.25, 8.25]


def searched(x):
    return x in {9.25, 2}


def walked():
    for x in [10.25, 2]:
        pass


def unpacked():
    first, *rest = (), 11.25, None
    return rest


def beside(x):
    return negative(12.25, *x, (13.25, 3)), [14.25, 15.25, *x, 16.25, x, *x, 17.25]


def refused():
    return not 18.25


def told():
    """19.25"""
    return (19.25, 2)


USES = [negative, product, item, nested, defaults, listed, searched, walked, unpacked, beside, refused, told]
for use in USES:
    print(use.__name__, sorted(x for x in use.__code__.co_consts if type(x) is float))
    held = [x for x in use.__code__.co_consts if type(x) is tuple]
    print(sorted(x for one in held for x in one if type(x) is float))

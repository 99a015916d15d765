# Errors name the class of a reference with its module from 3.10 on; weak dictionaries are equal to mappings alone.
from weakref import WeakKeyDictionary, WeakValueDictionary, proxy, ref


class Star(object):
    pass


star = Star()
reference = ref(star)
for use in (
    lambda: reference + 1,
    lambda: reference.nothing,
    lambda: len(reference),
    lambda: ref(reference),
    lambda: hash(proxy(star)),
):
    try:
        use()
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
print(type(reference).__name__)

for weak in (WeakValueDictionary(), WeakKeyDictionary()):
    print([weak == other for other in (1, None, [], {}, {1: 2}, weak)])
    print([weak != other for other in (1, None, [])])

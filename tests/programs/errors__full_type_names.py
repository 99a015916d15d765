# Errors name a class that is written in C and not built in with its module; its __name__ is short.
# needs: collections, functools
from collections import OrderedDict, defaultdict, deque
from functools import partial

for x in (deque(), defaultdict(list), OrderedDict(), partial(print)):
    print(type(x).__name__, type(x))
    for use in (lambda: x.nothing, lambda: x < 1, lambda: int(x), lambda: next(x)):
        try:
            use()
        except (AttributeError, TypeError) as error:
            print(type(error).__name__, error)

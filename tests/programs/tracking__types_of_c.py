# A type that C defines statically is nothing to the collector; one that is made like a program's class is.
# needs: everything
import gc
import weakref
from collections import Counter, OrderedDict, defaultdict, deque
from functools import partial

gc.disable()
gc.collect()
for kind in (defaultdict, OrderedDict, deque, partial, Counter, list, type, slice, ValueError, weakref.ref, weakref.WeakSet):
    print(kind.__name__, gc.is_tracked(kind))
pair, other = (defaultdict, 1000), (Counter, 1000)
gc.collect()
print(gc.is_tracked(pair), gc.is_tracked(other))

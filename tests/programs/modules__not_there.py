# A module that no one has is a ModuleNotFoundError.
# needs: imports
try:
    import numpy_is_not_installed_here as np
except ModuleNotFoundError as e:
    print(e, e.name)
try:
    from collections import NoSuchThing
except ImportError as e:
    print(type(e).__name__, e.name)
import gc as collector, sys as system
from gc import collect as c, get_threshold

print(collector.__name__, system.__name__, c is collector.collect)

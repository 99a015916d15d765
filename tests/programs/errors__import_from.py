# A name that a module lacks.
# needs: suggestions
import gc

try:
    from gc import nothing_like_it
except ImportError as error:
    print(type(error).__name__, error)
from gc import collekt

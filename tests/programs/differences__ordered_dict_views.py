# The views and iterators of an OrderedDict are those of a dict.
# needs: collections
import collections

ordered = collections.OrderedDict(a=1)
for part in (ordered.keys(), ordered.values(), ordered.items(), iter(ordered), iter(ordered.items()), reversed(ordered)):
    print(type(part).__name__)
print(ordered.keys(), ordered.items())

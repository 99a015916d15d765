# deque, OrderedDict, defaultdict, Counter and namedtuple.
# needs: collections
import collections
import sys

print(sys.getsizeof(collections.deque()), sys.getsizeof(collections.deque(range(200))))
print(sys.getsizeof(collections.OrderedDict()), sys.getsizeof(collections.OrderedDict(a=1)))
print(sys.getsizeof(collections.defaultdict(list)))
print(sys.getsizeof(collections.Counter()), sys.getsizeof(collections.Counter("abc")))
P = collections.namedtuple("P", "x y")
print(sys.getsizeof(P(1, 2)))

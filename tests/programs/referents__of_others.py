# What sets, iterators, slices and generators refer to.
# needs: generators, builtins, collections
import collections
import gc

print(gc.get_referents({(1, 2)}))
print(gc.get_referents(frozenset([(3, 4)])))
print(gc.get_referents(iter([1, 2])))
print(gc.get_referents(slice(1, [2], 3)))
print(gc.get_referents(collections.deque([1, 2])))
print(gc.get_referents({"a": [1]}.values()))
print(gc.get_referents(enumerate([5])).__len__() > 0)
print(gc.get_referents(range(3)), gc.get_referents(3.5), gc.get_referents("s"))
print(gc.get_referents(ValueError([7])))

# An LRU cache on OrderedDict, and one on a doubly linked list: who is freed when.
# needs: collections, classes
import gc
import sys
from collections import OrderedDict
from functools import lru_cache, wraps


class Value:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"<{self.n}>"

    def __del__(self):
        print("drop", self.n)


class LRU:
    def __init__(self, size):
        self.size = size
        self.data = OrderedDict()

    def get(self, key):
        if key not in self.data:
            return None
        self.data.move_to_end(key)
        return self.data[key]

    def put(self, key, value):
        self.data[key] = value
        self.data.move_to_end(key)
        if len(self.data) > self.size:
            self.data.popitem(last=False)


cache = LRU(2)
cache.put("a", Value(1))
cache.put("b", Value(2))
print(cache.get("a"))
cache.put("c", Value(3))
print(list(cache.data.items()), cache.get("b"))
cache.put("a", Value(4))
del cache.data["c"]
del cache.data["a"]


class Link:
    __slots__ = ("prev", "next", "key", "value")


class LinkedLRU:
    def __init__(self, size):
        self.size = size
        self.table = {}
        self.root = root = Link()
        root.prev = root.next = root

    def put(self, key, value):
        if len(self.table) >= self.size:
            oldest = self.root.next
            self.unlink(oldest)
            del self.table[oldest.key]
        link = Link()
        link.key, link.value = key, value
        self.append(link)
        self.table[key] = link

    def unlink(self, link):
        link.prev.next, link.next.prev = link.next, link.prev

    def append(self, link):
        last = self.root.prev
        last.next = self.root.prev = link
        link.prev, link.next = last, self.root


linked = LinkedLRU(2)
for n in range(5, 9):
    linked.put(n, Value(n))
print(sorted(linked.table))
gc.disable()
gc.collect()
del linked
print("cycle is left")
print(gc.collect())


@lru_cache(maxsize=2)
def square(n):
    print("compute", n)
    return n * n


print([square(n) for n in (2, 3, 2, 4, 3)])
print(square.cache_info())
square.cache_clear()
print(square.cache_info().currsize, square.__wrapped__(5), square.__name__)

# A default value is made once, and lives as long as its function.
# needs: builtins, gc
import gc
import sys
import weakref


def append(item, to=[]):
    to.append(item)
    return to


print(append(1), append(2), append.__defaults__)
print(append(3) is append.__defaults__[0], append(9, [8]), append.__defaults__)


def better(item, to=None):
    if to is None:
        to = []
    to.append(item)
    return to


print(better(1), better(2))


class Node:
    def __init__(self, children=[]):
        self.children = children


a, b = Node(), Node()
a.children.append("kid")
print(b.children, a.children is b.children, Node.__init__.__defaults__)


class Shared:
    items = []

    def add(self, x):
        self.items.append(x)


s, t = Shared(), Shared()
s.add(1)
print(t.items, "items" in s.__dict__)
s.items = s.items + [2]
print(t.items, s.items)


class Default:
    def __del__(self):
        print("default dies")


def f(x=Default()):
    pass


r = weakref.ref(f.__defaults__[0])
f.__defaults__ = None
print(r())


def g(*, key=Default()):
    return key


print(sys.getrefcount(g.__kwdefaults__["key"]) - 1)
del g
print("function is gone")


def memo(n, cache={0: 0, 1: 1}):
    if n not in cache:
        cache[n] = memo(n - 1) + memo(n - 2)
    return cache[n]


print(memo(30), len(memo.__defaults__[0]))


def change(text, numbers):
    text += "!"
    numbers += [4]
    numbers = [0]


word, nums = "hi", [1]
change(word, nums)
print(word, nums)

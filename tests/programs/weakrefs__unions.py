# Weak dictionaries can be united (3.9) with | and |=.
# versions: 3.9+
# needs: weak dictionaries
import weakref


class Thing:
    pass


a, b, c = Thing(), Thing(), Thing()
first = weakref.WeakValueDictionary({1: a})
second = weakref.WeakValueDictionary({1: b, 2: a})
both = first | second
print(type(both).__name__, both[1] is b, both[2] is a)
mixed = second | {1: c, 3: b}
print(type(mixed).__name__, sorted(mixed), mixed[1] is c)
turned = {1: c} | second
print(type(turned).__name__, sorted(turned), turned[1] is b)
first |= [(5, c)]
print(sorted(first))
keys = weakref.WeakKeyDictionary({a: 1}) | weakref.WeakKeyDictionary({b: 2})
print(type(keys).__name__, len(keys), keys[b])
del b, second, both, mixed, turned
print(len(keys))
try:
    first | [1]
except TypeError as error:
    print(error)

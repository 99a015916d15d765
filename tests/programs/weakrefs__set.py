# A WeakSet forgets its dead members.
# needs: weak containers
import weakref


class Thing:
    pass


a, b, c = Thing(), Thing(), Thing()
s = weakref.WeakSet([a, b])
s.add(c)
s.add(a)
print(len(s), a in s)
del a
print(len(s))
s.discard(b)
print(len(s), c in s)
for x in s:
    print(x is c)
del x, c
print(len(s))

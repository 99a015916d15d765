# copy and deepcopy: what is shared afterwards, cycles, hooks.
# needs: copy, classes
import copy
import sys

inner = [1, 2]
outer = [inner, inner, (inner, "t"), {"k": inner}]
shallow, deep = copy.copy(outer), copy.deepcopy(outer)
print(shallow == outer, shallow[0] is inner, deep[0] is inner, deep[0] is deep[1], deep[2][0] is deep[0])
print(deep[3]["k"] is deep[0], outer[2] is shallow[2], outer[2] is deep[2])
inner.append(3)
print(outer, shallow, deep)
t = (1, "a", (2.5, None))
print(copy.copy(t) is t, copy.deepcopy(t) is t)
loop = [1]
loop.append(loop)
d = copy.deepcopy(loop)
print(d, d[1] is d, d is loop)


class Node:
    def __init__(self, name):
        self.name = name
        self.next = None


a = Node("a")
a.next = Node("b")
a.next.next = a
c = copy.copy(a)
print(c.next is a.next, c.name is a.name)
e = copy.deepcopy(a)
print(e.next.next is e, e.next is a.next, e.next.name)


class Hooked:
    def __init__(self, data):
        self.data = data

    def __copy__(self):
        print("copy")
        return Hooked(self.data)

    def __deepcopy__(self, memo):
        print("deepcopy", len(memo))
        return Hooked(copy.deepcopy(self.data, memo))


h = Hooked([1])
print(copy.copy(h).data is h.data, copy.deepcopy(h).data is h.data)


class Slotted:
    __slots__ = ("x", "y")


s = Slotted()
s.x = [1]
z = copy.deepcopy(s)
print(z.x, z.x is s.x, hasattr(z, "y"))


def f():
    pass


print(copy.deepcopy(f) is f, copy.copy(Node) is Node, copy.deepcopy({1, 2}), copy.copy({1: inner})[1] is inner)
lists = [[0] * 2] * 3
lists[0][0] = 9
print(lists, [x is lists[0] for x in lists])
fresh = [[0] * 2 for _ in range(3)]
fresh[0][0] = 9
print(fresh, sys.getrefcount(lists[0]) - 1)

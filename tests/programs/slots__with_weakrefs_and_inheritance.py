# __slots__: sizes, weak references, inheritance, descriptors, cycles.
# needs: slots, weakref
import gc
import sys
import weakref


class S:
    __slots__ = ("a", "b")

    def __init__(self, a):
        self.a = a


class W:
    __slots__ = ("a", "__weakref__")


class Sub(S):
    __slots__ = ("c",)


class Open(S):
    pass


class Mangled:
    __slots__ = ("__private", "public")

    def __init__(self):
        self.__private = 1


s = S(1)
print(s.a, hasattr(s, "b"), S.__slots__, type(S.a).__name__, S.a, sys.getsizeof(s), sys.getsizeof(Sub(1)), sys.getsizeof(W()), gc.is_tracked(s))
for action in ("s.c = 1", "s.b", "del s.b", "s.__dict__", "weakref.ref(s)", "S.a.__get__(5)", "S.a = 1; s.a = 2", "Mangled().__private", "vars(s)"):
    try:
        exec(action)
        print(action, "ok")
    except Exception as e:
        print(action, "->", type(e).__name__, str(e))
w = W()
r = weakref.ref(w, lambda _: print("W died"))
w.a = w
del w
print(r() is not None)
gc.collect()
print(r())
o = Open(5)
o.extra = 1
print(o.__dict__, o.a, weakref.ref(o)() is o, Open.__slots__, "__dict__" in dir(o), Sub.__mro__[1].__name__)
print(Mangled()._Mangled__private, [n for n in dir(Mangled) if "p" in n.lower() and not n.startswith("__")])


class D:
    __slots__ = {"x": "the doc of x"}


class Both:
    __slots__ = ["__dict__", "z"]


b = Both()
b.z = 1
b.other = 2
print(D.x.__doc__, b.__dict__, b.z)
for text in ("class X(S, W): pass", "class X(S, Both): pass", "class X: __slots__ = 'a b'", "class X: __slots__ = ('__dict__', '__dict__')", "class X: __slots__ = 5", "class X: __slots__ = (1,)", "class X(bytes): __slots__ = ('q',)", "class X:\n    __slots__ = ('v',)\n    v = 1", "class X(Both): __slots__ = ('__dict__',)"):
    try:
        exec(text)
        print(text.split(":")[0], "ok")
    except Exception as e:
        print(text.split(":")[0], "->", type(e).__name__, str(e))


class Node:
    __slots__ = ("next", "value", "__weakref__")

    def __init__(self, value):
        self.value = value
        self.next = None

    def __del__(self):
        print("del node", self.value)


a, b = Node(1), Node(2)
a.next, b.next = b, a
print(gc.get_referents(a)[0] is b or gc.get_referents(a)[1] is b, [type(x).__name__ for x in gc.get_referrers(a) if x is not globals()])
del a, b
print(gc.collect())
print(sys.getrefcount(Node) > 5, Node.next.__objclass__ is Node, Node.next.__name__)

# Inheritance: MRO, super, __init_subclass__, __set_name__, metaclasses, __prepare__, __class_getitem__, abstract classes.
# needs: metaclasses, descriptors, abc
import abc
import gc
import sys
import weakref


class A:
    def who(self):
        return ["A"]


class B(A):
    def who(self):
        return ["B"] + super().who()


class C(A):
    def who(self):
        return ["C"] + super().who()


class D(B, C):
    def who(self):
        return ["D"] + super().who()


print(D().who(), [c.__name__ for c in D.__mro__], D.__bases__, D.__base__, D.mro() == list(D.__mro__))
print(A.__subclasses__(), issubclass(D, A), isinstance(D(), (int, C)), super(B, D()).who(), super(C, D).who)
for text in ("class X(A, B): pass", "class X(B, B): pass", "class X(A, metaclass=5): pass", "class X(int, list): pass", "class X(None): pass", "D.who()", "super(int, D()).x", "A().nothing", "A.nothing", "A(1)", "object(1)", "A.__init__(A(), 1)", "A.__class__ = 5", "A().__class__ = int", "del A().x", "class X(A, k=1): pass", "class X:\n __slots__ = ('a',)\n a = 1", "class X(int): __slots__ = ('a',)", "class X: __slots__ = ('1a',)", "D.__bases__ = ()", "D.__bases__ = (int,)", "D.__name__ = 5", "int.x = 1", "del D.zz", "A() + 1", "A() < A()", "A()[0]", "len(A())", "A()()", "iter(A())", "A() in A()", "with A(): pass", "int(A())", "hash(A()) and bool(A()) and 5 .x", "type.mro()", "type()", "type(1, 2)", "type('X', (), {}, k=1)", "isinstance(1, [int])", "issubclass(A, 1)"):
    try:
        exec(text)
        print(text.splitlines()[0], "ok")
    except Exception as e:
        print(text.splitlines()[0], "->", type(e).__name__, e)


class Plugin:
    registry = {}

    def __init_subclass__(cls, key=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.registry[key or cls.__name__] = cls
        print("registered", cls.__name__, key)


class P1(Plugin, key="one"):
    pass


class P2(P1):
    pass


print(sorted(Plugin.registry))
del P1, P2
print(gc.collect() >= 0, [c.__name__ for c in Plugin.__subclasses__()])
Plugin.registry.clear()
gc.collect()
print(Plugin.__subclasses__())


class Typed:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = "_" + name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return instance.__dict__.get(self.name, "unset")

    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name[1:]} must be {self.kind.__name__}")
        instance.__dict__[self.name] = value

    def __delete__(self, instance):
        print("delete", self.name)
        del instance.__dict__[self.name]


class Person:
    name = Typed(str)
    age = Typed(int)


p = Person()
print(p.name, type(Person.name).__name__)
p.name = "Ann"
print(p.name, p.__dict__)
try:
    p.age = "x"
except TypeError as e:
    print(e)
del p.name
print(vars(p))


class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print("prepare", name, kw)
        return {"injected": 1}

    def __new__(mcs, name, bases, ns, **kw):
        print("new", name, sorted(k for k in ns if not k.startswith("__")))
        return super().__new__(mcs, name, bases, ns)

    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)

    def __call__(cls, *args):
        print("call", cls.__name__, args)
        return super().__call__(*args)

    def __len__(cls):
        return 42

    def __repr__(cls):
        return "<Meta %s>" % cls.__name__

    def __getattr__(cls, name):
        return "class-level " + name

    def __instancecheck__(cls, o):
        return o == 5

    def __contains__(cls, x):
        return x == "in"


class M(metaclass=Meta, flag=True):
    x = 1

    def __init__(self, *a):
        self.a = a


m = M(1, 2)
print(m.a, len(M), M, M.unknown, isinstance(5, M), isinstance(m, M), "in" in M, type(M), M.injected, [M])


class Singleton(type):
    _instances = weakref.WeakValueDictionary()

    def __call__(cls, *args):
        if cls not in cls._instances:
            instance = super().__call__(*args)
            cls._instances[cls] = instance
        return cls._instances[cls]


class Config(metaclass=Singleton):
    pass


c1 = Config()
print(c1 is Config(), len(Singleton._instances))
del c1
print(len(Singleton._instances))


class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self):
        ...

    @property
    @abc.abstractmethod
    def name(self):
        ...

    def describe(self):
        return f"{self.name}: {self.area()}"


class Sq(Shape):
    name = "square"

    def __init__(self, s):
        self.s = s

    def area(self):
        return self.s ** 2


print(Sq(3).describe(), sorted(Shape.__abstractmethods__))
try:
    Shape()
except TypeError as e:
    print(e)


@Shape.register
class Other:
    pass


print(issubclass(Other, Shape), isinstance(Other(), Shape), Other.__mro__)


class Box:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item}]"

    def __getattr__(self, name):
        if name.startswith("x"):
            return name * 2
        raise AttributeError(f"no {name}")

    def __getattribute__(self, name):
        if name == "magic":
            return "by getattribute"
        return super().__getattribute__(name)

    def __setattr__(self, name, value):
        print("setattr", name)
        super().__setattr__(name, value)

    def __delattr__(self, name):
        print("delattr", name)
        object.__delattr__(self, name)

    def __dir__(self):
        return ["b", "a"]


b = Box()
b.v = 1
del b.v
print(Box[int], b.xa, b.magic, dir(b), hasattr(b, "q"), getattr(b, "q", "default"))


class Prop:
    def __init__(self):
        self._v = 1

    @property
    def v(self):
        "the doc"
        return self._v

    @v.setter
    def v(self, x):
        self._v = x

    @v.deleter
    def v(self):
        print("deleted")

    ro = property(lambda self: 5)

    @staticmethod
    def st(x):
        return x

    @classmethod
    def cm(cls):
        return cls.__name__


o = Prop()
o.v = 3
del o.v
print(o.v, Prop.v.__doc__, Prop.v.fget.__name__, o.st(1), Prop.cm(), o.cm.__self__, Prop.__dict__["st"].__func__ is Prop.st)
for action in ("o.ro = 1", "del o.ro", "Prop.v.fset(o)"):
    try:
        exec(action)
    except Exception as e:
        print(type(e).__name__, e)

# `__get__`, `__set__` and `__delete__` of functions, properties, static and class methods, called by name and from subclasses.
import sys


class Base:
    def __init__(self):
        self._x = 1

    @property
    def x(self):
        return self._x

    @x.setter
    def x(self, value):
        self._x = value

    @x.deleter
    def x(self):
        print("deleted")

    @classmethod
    def c(cls):
        return cls.__name__

    @staticmethod
    def s():
        return "static"


class Derived(Base):
    pass


def method(self, *rest):
    return type(self).__name__, rest


def attempt(function, *args):
    try:
        return function(*args)
    except (TypeError, AttributeError) as error:
        return type(error).__name__ + ": " + str(error)


d = Derived()
before = sys.getrefcount(d)
bound = method.__get__(d)
print(bound(1, 2), bound.__self__ is d, bound.__func__ is method, sys.getrefcount(d) - before)
del bound
print(sys.getrefcount(d) - before)
print(method.__get__(None, Derived) is method, method.__get__(d, Base)() == method(d))
print(attempt(method.__get__, None), attempt(method.__get__), attempt(method.__get__, 1, 2, 3))
x = Base.__dict__["x"]
print(x.__get__(d), x.__get__(d, Derived), x.__get__(None, Base) is x)
print(x.__set__(d, 7), d.x, x.__delete__(d))
print(attempt(x.__set__, d), attempt(x.__delete__))
c = Base.__dict__["c"]
s = Base.__dict__["s"]
print(c.__get__(d)(), c.__get__(None, Base)(), c.__get__(d, Base)(), s.__get__(d)(), s.__get__(None, Base)())


class Logged(property):
    def __get__(self, instance, owner=None):
        print("get", instance is None)
        return super().__get__(instance, owner)

    def __set__(self, instance, value):
        print("set", value)
        super().__set__(instance, value)

    def __delete__(self, instance):
        print("delete")
        super().__delete__(instance)


class classproperty(property):
    def __get__(self, instance, owner):
        return self.fget(owner)


class bound_to_class(classmethod):
    def __get__(self, instance, owner=None):
        print("class method of", owner.__name__)
        return super().__get__(instance, owner)


class User:
    def _get(self):
        return self.__dict__.get("v", "nothing")

    def _set(self, value):
        self.__dict__["v"] = value

    value = Logged(_get, _set)

    @classproperty
    def name(cls):
        return cls.__name__.lower()

    @bound_to_class
    def make(cls):
        return cls()


u = User()
print(u.value)
u.value = 3
print(u.value, type(User.value).__name__)
print(attempt(delattr, u, "value").split(":")[0])
print(u.name, User.name, type(User.make()).__name__, type(u.make()).__name__)

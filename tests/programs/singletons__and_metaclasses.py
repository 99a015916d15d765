# Singletons, registries and flyweights: who keeps the instances.
# needs: classes, weakref
import gc
import weakref


class Singleton:
    _instance = None

    def __new__(cls, *args, **kwargs):
        if cls._instance is None:
            cls._instance = super().__new__(cls)
        return cls._instance

    def __init__(self, value):
        self.value = value


a, b = Singleton(1), Singleton(2)
print(a is b, a.value)


class Meta(type):
    _cache = weakref.WeakValueDictionary()

    def __call__(cls, key):
        try:
            return cls._cache[key]
        except KeyError:
            made = super().__call__(key)
            cls._cache[key] = made
            return made


class Flyweight(metaclass=Meta):
    def __init__(self, key):
        self.key = key

    def __repr__(self):
        return f"Flyweight({self.key!r})"


x = Flyweight("x")
y = Flyweight("x")
print(x is y, list(Meta._cache))
del x, y
print(list(Meta._cache))


class Plugin:
    plugins = []

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.plugins.append(cls)


class One(Plugin):
    pass


class Two(One):
    pass


print([p.__name__ for p in Plugin.plugins], [c.__name__ for c in Plugin.__subclasses__()], Two.__mro__[1].__name__)
r = weakref.ref(Two)
Plugin.plugins.remove(Two)
del Two
print(r() is not None)
gc.collect()
print(r(), One.__subclasses__())


class Tracked:
    _all = weakref.WeakSet()

    def __init__(self):
        Tracked._all.add(self)


ts = [Tracked() for _ in range(3)]
print(len(Tracked._all))
ts.pop()
print(len(Tracked._all))


class Borg:
    _state = {}

    def __init__(self):
        self.__dict__ = self._state


p, q = Borg(), Borg()
p.name = "shared"
print(q.name, p is q, p.__dict__ is q.__dict__)

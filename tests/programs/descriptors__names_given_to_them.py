# __set_name__: called for what stands in the class's body, in order; what it raises tells where.
# needs: descriptors, metaclasses, inheritance
import functools


class Field:
    def __set_name__(self, owner, name):
        self.name = name
        print("named", owner.__name__, name)

    def __get__(self, instance, owner=None):
        return self if instance is None else instance.__dict__.get(self.name, "unset")

    def __set__(self, instance, value):
        instance.__dict__[self.name] = value


class Choosy(Field):
    def __set_name__(self, owner, name):
        if name.startswith("_"):
            raise ValueError(f"no {name}")
        super().__set_name__(owner, name)


class Point:
    x = Field()
    y = Choosy()


p = Point()
p.x = 1
print(p.x, p.y, vars(p), Point.x is vars(Point)["x"])
Point.z = Field()
print(hasattr(Point.z, "name"), type("Other", (), {"q": Point.x}).q.name, Point.x.name)


def attempt(action):
    try:
        action()
    except BaseException as error:
        notes = getattr(error, "__notes__", None)
        print(type(error).__name__, error, repr(error.__cause__), repr(error.__context__), notes)


def hidden():
    class Hidden:
        ok = Field()
        _no = Choosy()
        never = Field()


class Stopping:
    def __set_name__(self, owner, name):
        raise KeyboardInterrupt


def twice():
    class Twice:
        @functools.cached_property
        def first(self):
            return 1

        second = first


attempt(hidden)
attempt(lambda: type("Made", (), {"s": Stopping()}))
attempt(twice)


class Last:
    _no = Choosy()

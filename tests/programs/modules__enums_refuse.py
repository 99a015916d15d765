# The value and the name of a member are not set or deleted, and type() is no way round the statement.
# needs: enum, classes
import enum


class Color(enum.Enum):
    RED = 1


class Empty(enum.Enum):
    def shown(self):
        return self._value_ * 2


class Keeper(type):
    def __new__(metaclass, name, bases, namespace, **keywords):
        print("Keeper.__new__", metaclass.__name__, name, sorted(namespace), keywords)
        return super().__new__(metaclass, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **keywords):
        print("Keeper.__init__", name, keywords)


class Kept(metaclass=Keeper):
    pass


class Other(type):
    pass


class Strange(metaclass=Other):
    pass


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


attempt(setattr, Color.RED, "value", 5)
attempt(setattr, Color.RED, "name", "BLUE")
attempt(delattr, Color.RED, "value")
attempt(delattr, Color.RED, "name")
attempt(type, "More", (Color,), {})
attempt(type, "More", (Empty,), {})
print(Color.RED.value, Color.RED.name)
attempt(type, "Made", (Kept,), {"a": 1})
attempt(lambda: type("Made", (Kept,), {}, part=1))
attempt(type, "Made", (Strange,), {})
attempt(lambda: type(type("Made", (Strange,), {})).__name__)
attempt(type, "Made", (Strange, Kept), {})
attempt(Other, "Made", (Kept,), {})

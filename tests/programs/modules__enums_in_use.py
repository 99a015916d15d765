# Enumerations: members, aliases, auto, values that call __init__, flags, lookups that fail.
# needs: imports, inheritance, metaclasses, lambda
import enum
import gc
import sys


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


class Color(enum.Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1

    def darker(self):
        return f"dark {self.name.lower()}"

    @classmethod
    def first(cls):
        return next(iter(cls))


class Planet(enum.Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius


class Size(enum.IntEnum):
    SMALL = enum.auto()
    LARGE = enum.auto()


class Rights(enum.Flag):
    READ = 1
    WRITE = 2
    RUN = 4


for action in (
    lambda: Color.RED, lambda: str(Color.RED), lambda: Color(2), lambda: Color["GREEN"], lambda: Color.CRIMSON is Color.RED,
    lambda: list(Color), lambda: len(Color), lambda: Color.RED.darker(), lambda: Color.first(), lambda: Color.__members__["CRIMSON"],
    lambda: Color(3), lambda: Color("x"), lambda: Color["BLUE"], lambda: Color.BLUE, lambda: Color.RED == 1,
    lambda: Color.RED < Color.GREEN, lambda: isinstance(Color.RED, Color), lambda: {Color.RED: 1}[Color.CRIMSON],
    lambda: Color.RED in Color, lambda: (Color.RED.name, Color.RED.value),
    lambda: Planet.EARTH.mass, lambda: Planet.MARS.value, lambda: Planet((0.64, 3.39)), lambda: Size.SMALL + 1,
    lambda: Size.LARGE > Size.SMALL, lambda: sorted([Size.LARGE, Size.SMALL]), lambda: Size(2), lambda: repr(Size.LARGE),
    lambda: isinstance(Size.SMALL, int), lambda: [10, 20, 30][Size.SMALL],
    lambda: Rights.READ | Rights.RUN, lambda: Rights.READ in (Rights.READ | Rights.RUN), lambda: Rights(3),
    lambda: Rights.READ & Rights.WRITE, lambda: bool(Rights(0)), lambda: ~Rights.READ, lambda: Rights.READ ^ Rights.READ,
    lambda: (Rights.READ | Rights.WRITE).value,
    lambda: enum.Enum("Made", "A B C"), lambda: list(enum.Enum("Made", {"X": 1})), lambda: setattr(Color, "RED", 5),
    lambda: delattr(Color, "RED"),
    lambda: Color.RED.RED is Color.RED if sys.version_info < (3, 11) or sys.version_info >= (3, 12) else True,
    lambda: hash(Color.RED) == hash("RED"), lambda: Color.RED.__class__, lambda: type(Color), lambda: enum.unique(Color),
    lambda: f"{Color.RED} {Size.SMALL:03d}", lambda: Color.__doc__ is None or True, lambda: list(reversed(Color)),
):
    attempt(action)


def reuse():
    class Twice(enum.Enum):
        A = 1
        A = 2


attempt(reuse)
print(gc.is_tracked(Color.RED), Color.RED in gc.get_objects(), sys.getrefcount(Color.GREEN) > 1)

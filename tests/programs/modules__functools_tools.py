# functools: partial, reduce, singledispatch, total_ordering, cached_property, lru_cache and who keeps what alive.
# needs: imports, decorators, inheritance, lambda
import functools
import gc
import weakref


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


def area(width, height=2, *, unit="cm"):
    "Width times height."
    return f"{width * height} {unit}"


wide = functools.partial(area, 5, unit="m")
wider = functools.partial(wide, 3)


@functools.total_ordering
class Version:
    def __init__(self, *parts):
        self.parts = parts

    def __eq__(self, other):
        return self.parts == other.parts if isinstance(other, Version) else NotImplemented

    def __lt__(self, other):
        return self.parts < other.parts if isinstance(other, Version) else NotImplemented


@functools.singledispatch
def describe(value):
    return "something"


@describe.register(int)
def describe_int(value):
    return "a number"


@describe.register
def describe_list(value: list):
    return "a list of " + ", ".join(map(describe, value))


class Circle:
    def __init__(self, radius):
        self.radius = radius

    @functools.cached_property
    def double(self):
        "Twice."
        print("computing")
        return self.radius * 2

    @functools.lru_cache(maxsize=None)
    def scaled(self, by):
        return self.radius * by


class Slotted:
    __slots__ = ("a",)

    @functools.cached_property
    def value(self):
        return 1


c = Circle(4)
for action in (
    lambda: wide(), lambda: wider(), lambda: wide(height=1), lambda: wide(unit="km"), lambda: (wider.func is area, wider.args, wider.keywords),
    lambda: functools.partial(), lambda: functools.partial(5), lambda: functools.partial(int, base=2)("101"), lambda: wide(1, 2),
    lambda: Version(1) <= Version(1, 2), lambda: Version(2) >= Version(3), lambda: Version(1) > 5, lambda: Version(1) != Version(1),
    lambda: describe(1.5), lambda: describe(True), lambda: describe([1, "x"]), lambda: describe.dispatch(bool) is describe_int,
    lambda: functools.reduce(lambda a, b: a * b, [1, 2, 3, 4]), lambda: functools.reduce(max, []), lambda: functools.reduce(max, [], 0),
    lambda: c.double, lambda: c.double, lambda: vars(c), lambda: Circle.double.__doc__, lambda: Slotted().value,
    lambda: sorted(["b", "C", "a"], key=functools.cmp_to_key(lambda a, b: (a.lower() > b.lower()) - (a.lower() < b.lower()))),
    lambda: c.scaled(2), lambda: c.scaled(2), lambda: Circle.scaled.cache_info(), lambda: functools.wraps(area)(wide).__name__,
):
    attempt(action)
watch = weakref.ref(c)
del c
gc.collect()
print(watch() is None)
Circle.scaled.cache_clear()
gc.collect()
print(watch() is None, Circle.scaled.cache_info())


@functools.lru_cache(maxsize=2, typed=True)
def square(n):
    print("square", n)
    return n * n


print(square(2), square(2.0), square(2), square(3), square(2.0), square.cache_info(), square.__name__)
attempt(lambda: square([]))
attempt(lambda: functools.lru_cache(maxsize="x"))

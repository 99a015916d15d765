# What there is of math, enum, collections.abc, os.path, heapq, bisect, traceback, linecache, timeit, threading, io.
# needs: modules
import bisect
import collections.abc
import heapq
import io
import linecache
import math
import os
import os.path
import threading
import timeit
import traceback
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, MutableMapping, MutableSequence, Sequence, Sized
from enum import Enum, Flag, IntEnum, auto, unique


def attempt(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


print(math.pi, math.e, math.inf, math.sqrt(2), math.floor(-1.5), math.ceil(1.2), math.trunc(-1.7), math.log(8, 2), math.log2(8))
print(math.log10(1000), math.exp(0), math.gcd(12, 18), math.factorial(20), math.isqrt(99), math.comb(5, 2), math.perm(5, 2))
print(math.hypot(3, 4), math.isclose(0.1 + 0.2, 0.3), math.fsum([0.1] * 10), math.copysign(1, -0.0), math.degrees(math.pi), math.isnan(math.nan))
for call in [lambda: math.sqrt(-1), lambda: math.factorial(-1), lambda: math.sqrt("x"), lambda: math.exp(1000)]:
    attempt(call)


class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1


class Level(IntEnum):
    LOW = auto()
    HIGH = auto()


class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    def density(self):
        return round(self.mass / self.radius, 3)


class Perm(Flag):
    READ = auto()
    WRITE = auto()


print(Color.RED, repr(Color.RED), Color.CRIMSON is Color.RED, Color(2), Color["GREEN"], list(Color), len(Color), Color.RED.name, Color.GREEN.value)
print(Level.HIGH > Level.LOW, Level.HIGH + 1, repr(Level.LOW), Planet.EARTH.density(), Planet.MARS.value, isinstance(Color.RED, Color))
print(Perm.READ in (Perm.READ | Perm.WRITE), bool(Perm.READ & Perm.WRITE), Color.RED in Color, {Color.RED: "red"}[Color.CRIMSON])
for call in [lambda: Color(3), lambda: Color["BLUE"], lambda: Color.BLUE]:
    attempt(call)
print(isinstance([], Iterable), isinstance({}, Mapping), isinstance((), Sequence), isinstance("s", Sequence), isinstance(iter([]), Iterator))
print(isinstance(len, Callable), isinstance([], Hashable), isinstance(3, Sized), isinstance(range(2), Sequence), issubclass(list, MutableSequence))


class Lower(MutableMapping):
    def __init__(self):
        self.data = {}

    def __getitem__(self, key):
        return self.data[key.lower()]

    def __setitem__(self, key, value):
        self.data[key.lower()] = value

    def __delitem__(self, key):
        del self.data[key.lower()]

    def __iter__(self):
        return iter(self.data)

    def __len__(self):
        return len(self.data)


d = Lower()
d["A"] = 1
d.update(B=2)
print("a" in d, d.get("C", 0), d.pop("b"), sorted(d), len(d), d.setdefault("Z", 26), isinstance(d, Mapping))
attempt(lambda: Mapping())
print(os.path.join("a", "b", "/c", "d"), os.path.split("/x/y.txt"), os.path.splitext("y.tar.gz"), os.path.basename("/p/q"), os.path.dirname("/p/q"))
print(os.path.normpath("/a/./b/../c"), os.path.exists("/no/such"), os.path.isabs("x"))
heap = [5, 1, 4]
heapq.heapify(heap)
heapq.heappush(heap, 0)
print([heapq.heappop(heap) for _ in range(4)], heapq.nlargest(2, [3, 9, 4]), heapq.nsmallest(1, [3, 9, 4]))
places = [1, 3, 3, 7]
bisect.insort(places, 4)
print(bisect.bisect_left(places, 3), bisect.bisect(places, 3), places)


def fails():
    raise ValueError("wrong")


try:
    fails()
except ValueError as error:
    text = traceback.format_exc()
    print(text.splitlines()[0], text.splitlines()[-1], "fails()" in text)
    print("".join(traceback.format_exception_only(type(error), error)), end="")
print(linecache.getline(__file__, 1), end="")
print(timeit.timeit("x = 1", number=10) >= 0, len(timeit.repeat("pass", number=2, repeat=3)))
lock = threading.Lock()
with lock:
    print(lock.locked(), threading.current_thread().name)
print(lock.locked())
s = io.StringIO()
print("hello", 1, file=s)
s.write("world\n")
print(repr(s.getvalue()), s.tell(), s.seek(0), s.readline(), list(s))
b = io.BytesIO(b"abc")
print(b.read(2), b.getvalue(), b.closed)

# What of collections is Python in CPython too and stands on collections.abc: loaded when a program first asks for it.
import sys as _sys
from collections.abc import MutableMapping as _MutableMapping, MutableSequence as _MutableSequence, Sequence as _Sequence

__name__ = "collections"


def _delegating(owner, *signatures):
    """Methods, by name, that do what the method of that name does with what the object holds."""
    made = {}
    for signature in signatures:
        name, _, parameters = signature[:-1].partition("(")
        passed = parameters.replace("=-1", "")
        exec(f"def {name}(self, {parameters}): return self.data.{name}({passed})", {"__name__": "collections"}, made)
        made[name].__qualname__ = f"{owner}.{name}"
    return made


class UserDict(_MutableMapping):
    vars().update(_delegating("UserDict", "__len__()", "__setitem__(key, item)", "__delitem__(key)", "__iter__()",
                              "__contains__(key)", "__repr__()"))

    def __init__(self, dict=None, /, **kwargs):
        self.data = {}
        for given in (dict, kwargs or None):
            if given is not None:
                self.update(given)

    def __getitem__(self, key):
        if key not in self.data and hasattr(type(self), "__missing__"):
            return type(self).__missing__(self, key)
        return self.data[key]

    if _sys.version_info >= (3, 12):

        def get(self, key, default=None):
            return self[key] if key in self else default

    if _sys.version_info >= (3, 15):

        def popitem(self):
            return self.data.popitem()

    def copy(self):
        made = self.__class__.__new__(self.__class__)
        made.__dict__.update(self.__dict__)
        made.data = self.data.copy()
        return made

    __copy__ = copy

    @classmethod
    def fromkeys(cls, iterable, value=None):
        made = cls()
        for key in iterable:
            made[key] = value
        return made

    if _sys.version_info >= (3, 9):

        def __or__(self, other):
            other = _held(other)
            return self.__class__(self.data | other) if isinstance(other, dict) else NotImplemented

        def __ror__(self, other):
            return self.__class__(other | self.data) if isinstance(other, dict) else NotImplemented

        def __ior__(self, other):
            self.data |= _held(other)
            return self


def _held(other):
    """What the other operand holds, or itself."""
    return other.data if isinstance(other, (UserDict, UserList, UserString)) else other


def _comparing(owner):
    """The comparisons of what the object holds, made by the operator, which also asks the other side."""
    signs = {"__lt__": "<", "__le__": "<=", "__eq__": "==", "__gt__": ">", "__ge__": ">="}
    made = {}
    for name, sign in signs.items():
        exec(f"def {name}(self, other): return self.data {sign} _held(other)", globals(), made)
        made[name].__qualname__ = f"{owner}.{name}"
    return made


class UserList(_MutableSequence):
    vars().update(_delegating("UserList", "__len__()", "__setitem__(i, item)", "__delitem__(i)", "__contains__(item)",
                              "__repr__()", "append(item)", "insert(i, item)", "pop(i=-1)", "remove(item)", "clear()",
                              "count(item)", "index(item, *args)", "reverse()", "sort(*args, **kwds)"))
    vars().update(_comparing("UserList"))
    __hash__ = None

    def __init__(self, initlist=None):
        self.data = [] if initlist is None else list(_held(initlist))

    def __getitem__(self, i):
        found = self.data[i]
        return self.__class__(found) if isinstance(i, slice) else found

    def __add__(self, other):
        return self.__class__(self.data + list(_held(other)))

    def __radd__(self, other):
        return self.__class__(list(_held(other)) + self.data)

    def __iadd__(self, other):
        self.data += list(_held(other))
        return self

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __imul__(self, n):
        self.data *= n
        return self

    def copy(self):
        return self.__class__(self)

    def __copy__(self):
        made = self.__class__.__new__(self.__class__)
        made.__dict__.update(self.__dict__)
        made.data = self.data[:]
        return made

    def extend(self, other):
        self.data.extend(_held(other))


def _passing_on(name):
    """A method of str: texts are given and shown as objects of the class, parts in a list or tuple are not."""

    def method(self, /, *args, **kwargs):
        result = getattr(self.data, name)(*map(_held, args), **kwargs)
        return self.__class__(result) if isinstance(result, str) and name not in _unwrapped else result

    method.__name__, method.__qualname__ = name, f"UserString.{name}"
    return method


_unwrapped = ("format", "format_map", "join")


class UserString(_Sequence):
    vars().update({name: _passing_on(name) for name in dir(str) if not name.startswith("_")})
    vars().update(_delegating("UserString", "__len__()", "__repr__()", "__str__()"))
    vars().update(_comparing("UserString"))

    def __init__(self, seq):
        self.data = str(_held(seq))

    def __hash__(self):
        return hash(self.data)

    def __getitem__(self, index):
        return self.__class__(self.data[index])

    def __contains__(self, char):
        return _held(char) in self.data

    def __add__(self, other):
        return self.__class__(self.data + str(other))

    def __radd__(self, other):
        return self.__class__(str(other) + self.data)

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __mod__(self, args):
        return self.__class__(self.data % args)

    def __int__(self):
        return int(self.data)

    def __float__(self):
        return float(self.data)


class ChainMap(_MutableMapping):
    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __missing__(self, key):
        raise KeyError(key)

    def __getitem__(self, key):
        for mapping in self.maps:
            try:
                return mapping[key]
            except KeyError:
                pass
        return self.__missing__(key)

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        try:
            del self.maps[0][key]
        except KeyError:
            raise KeyError(f"Key not found in the first mapping: {key!r}") from None

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __len__(self):
        return len(set().union(*self.maps))

    def __iter__(self):
        return iter({key: None for mapping in reversed(self.maps) for key in mapping})

    def __contains__(self, key):
        return any(key in mapping for mapping in self.maps)

    def __bool__(self):
        return any(self.maps)

    def __repr__(self):
        return f"{self.__class__.__name__}({', '.join(map(repr, self.maps))})"

    @classmethod
    def fromkeys(cls, iterable, value=None, /):
        return cls(dict.fromkeys(iterable, value))

    def copy(self):
        return self.__class__(self.maps[0].copy(), *self.maps[1:])

    __copy__ = copy

    if _sys.version_info >= (3, 10):

        def new_child(self, m=None, **kwargs):
            if m is None:
                m = kwargs
            elif kwargs:
                m.update(kwargs)
            return self.__class__(m, *self.maps)

    else:

        def new_child(self, m=None):
            return self.__class__({} if m is None else m, *self.maps)

    @property
    def parents(self):
        return self.__class__(*self.maps[1:])

    def popitem(self):
        try:
            return self.maps[0].popitem()
        except KeyError:
            raise KeyError("No keys found in the first mapping.") from None

    def pop(self, key, *args):
        try:
            return self.maps[0].pop(key, *args)
        except KeyError:
            raise KeyError(f"Key not found in the first mapping: {key!r}") from None

    def clear(self):
        self.maps[0].clear()

    if _sys.version_info >= (3, 9):

        def __or__(self, other):
            if not isinstance(other, _MutableMapping.__base__):
                return NotImplemented
            made = self.copy()
            made.maps[0].update(other)
            return made

        def __ror__(self, other):
            if not isinstance(other, _MutableMapping.__base__):
                return NotImplemented
            merged = dict(other)
            for mapping in reversed(self.maps):
                merged.update(mapping)
            return self.__class__(merged)

        def __ior__(self, other):
            self.maps[0].update(other)
            return self

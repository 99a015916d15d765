import _gcscope
import sys as _sys

# The classes that stand on collections.abc are in collections_user.py.
__all__ = ["ChainMap", "Counter", "OrderedDict", "UserDict", "UserList", "UserString", "defaultdict", "deque", "namedtuple"]


class defaultdict(dict):
    # Its __init__ and __missing__ are native, as OrderedDict's __init__.
    __slots__ = ("default_factory",)

    def __repr__(self):
        items, factory = dict.__repr__(self), self.default_factory
        if not _gcscope.enter_repr(factory):
            return f"{type(self).__name__}(..., {items})"
        try:
            return f"{type(self).__name__}({factory!r}, {items})"
        finally:
            _gcscope.leave_repr(factory)

    def copy(self):
        return type(self)(self.default_factory, self)

    __copy__ = copy


_gcscope.as_native(defaultdict, 56)


class OrderedDict(dict):
    # An iterator of its own: a dict that takes over its items does not take over its table.
    __iter__ = dict.__iter__

    def move_to_end(self, key, last=True):
        value = self.pop(key)
        if last:
            self[key] = value
            return
        rest = list(dict.items(self))
        self.clear()
        self[key] = value
        self.update(rest)

    def popitem(self, last=True):
        if not self:
            raise KeyError("dictionary is empty")
        key = next(reversed(self) if last else iter(self))
        return key, self.pop(key)

    def copy(self):
        return self.__class__(self)

    __copy__ = copy

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return dict.__eq__(self, other) and list(self) == list(other)
        return dict.__eq__(self, other)

    def __ne__(self, other):
        return not self == other

    __hash__ = None

    def __repr__(self):
        if not self:
            return "%s()" % self.__class__.__name__
        if not _gcscope.enter_repr(self):
            return "..."
        try:
            shown = dict(self) if _sys.version_info >= (3, 12) else list(self.items())
            return f"{self.__class__.__name__}({shown!r})"
        finally:
            _gcscope.leave_repr(self)

    def __sizeof__(self):
        # Besides the table: a node for each item, and an array of them with a place for each slot.
        if not self:
            return super().__sizeof__()
        return super().__sizeof__() + 8 * _gcscope.dict_slots(self) + 32 * len(self)


_gcscope.as_native(OrderedDict, 112)


class Counter(dict):
    def __init__(self, iterable=None, /, **keywords):
        super().__init__()
        self.update(iterable, **keywords)

    def __missing__(self, key):
        return 0

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError("Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

    def update(self, iterable=None, /, **keywords):
        # A first mapping is taken over as it is: its values need not be numbers.
        if isinstance(iterable, dict) and not self:
            super().update(iterable)
        else:
            self._count(iterable, 1)
        self._count(keywords, 1)

    def subtract(self, iterable=None, /, **keywords):
        self._count(iterable, -1)
        self._count(keywords, -1)

    def _count(self, iterable, sign):
        if iterable is None:
            return
        pairs = iterable.items() if hasattr(iterable, "items") else ((key, 1) for key in iterable)
        for key, count in pairs:
            self[key] = self.get(key, 0) + sign * count

    def most_common(self, n=None):
        ranked = sorted(self.items(), key=lambda pair: pair[1], reverse=True)
        return ranked if n is None else ranked[:n]

    def elements(self):
        for key, count in self.items():
            for _ in range(count):
                yield key

    if _sys.version_info >= (3, 10):

        def total(self):
            return sum(self.values())

    def copy(self):
        return self.__class__(self)

    def __reduce__(self):
        return self.__class__, (dict(self),)

    def __pos__(self):
        return self + Counter()

    def __neg__(self):
        return Counter() - self

    def __delitem__(self, key):
        if key in self:
            super().__delitem__(key)

    def __repr__(self):
        if not self:
            return f"{self.__class__.__name__}()"
        try:
            shown = dict(self.most_common())
        except TypeError:
            shown = dict(self)
        return f"{self.__class__.__name__}({shown!r})"


def _for_counters(name, function):
    """A method of Counter with that name, which leaves every other operand to the other side."""

    def method(self, other):
        return function(self, other) if isinstance(other, Counter) else NotImplemented

    method.__name__ = name
    method.__qualname__ = f"Counter.{name}"
    setattr(Counter, name, method)


def _add_counter_arithmetic(name, combine):
    def both(counter, other):
        return [*counter, *(key for key in other if key not in counter)]

    def binary(self, other):
        counts = ((key, combine(self[key], other[key])) for key in both(self, other))
        return Counter({key: count for key, count in counts if count > 0})

    def in_place(self, other):
        for key in both(self, other):
            self[key] = combine(self[key], other[key])
            if not self[key] > 0:
                del self[key]
        return self

    _for_counters(f"__{name}__", binary)
    _for_counters(f"__i{name}__", in_place)


_add_counter_arithmetic("add", lambda mine, other: mine + other)
_add_counter_arithmetic("sub", lambda mine, other: mine - other)
_add_counter_arithmetic("or", max)
_add_counter_arithmetic("and", min)


def _holds_for_all(compare):
    return lambda counter, other: all(compare(counter[key], other[key]) for key in {**counter, **other})


if _sys.version_info >= (3, 10):
    _for_counters("__eq__", _holds_for_all(lambda mine, other: mine == other))
    _for_counters("__ne__", lambda counter, other: not counter == other)
    _for_counters("__le__", _holds_for_all(lambda mine, other: mine <= other))
    _for_counters("__ge__", _holds_for_all(lambda mine, other: mine >= other))
    _for_counters("__lt__", lambda counter, other: counter <= other and counter != other)
    _for_counters("__gt__", lambda counter, other: counter >= other and counter != other)


_keywords = frozenset(
    "False None True and as assert async await break class continue def del elif else except finally for from global "
    "if import in is lambda nonlocal not or pass raise return try while with yield".split()
)


class _tuplegetter:
    __slots__ = ("_index", "__doc__")

    def __init__(self, index, doc):
        self._index = index
        self.__doc__ = doc

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return tuple.__getitem__(instance, self._index)

    def __set__(self, instance, value):
        raise AttributeError("can't set attribute")

    def __delete__(self, instance):
        raise AttributeError("can't delete attribute")

    def __repr__(self):
        return f"_tuplegetter({self._index}, {self.__doc__!r})"


_tuplegetter.__module__ = "_collections"


def _check_names(typename, fields, rename):
    for name in [typename, *fields]:
        if not name.isidentifier():
            raise ValueError(f"Type names and field names must be valid identifiers: {name!r}")
        if name in _keywords:
            raise ValueError(f"Type names and field names cannot be a keyword: {name!r}")
    seen = set()
    for name in fields:
        if name.startswith("_") and not rename:
            raise ValueError(f"Field names cannot start with an underscore: {name!r}")
        if name in seen:
            raise ValueError(f"Encountered duplicate field name: {name!r}")
        seen.add(name)


def _renamed(fields):
    fields, seen = list(fields), set()
    for index, name in enumerate(fields):
        if not name.isidentifier() or name in _keywords or name.startswith("_") or name in seen:
            fields[index] = f"_{index}"
        seen.add(name)
    return fields


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    fields = [str(name) for name in field_names]
    typename = _sys.intern(str(typename))
    if rename:
        fields = _renamed(fields)
    _check_names(typename, fields, rename)
    fields = tuple(map(_sys.intern, fields))
    defaults = () if defaults is None else tuple(defaults)
    if len(defaults) > len(fields):
        raise TypeError("Got more default values than field names")
    with_default = dict(zip(fields[len(fields) - len(defaults):], defaults))
    parameters = ", ".join(fields)
    source = f"lambda _cls, {parameters}: _tuple_new(_cls, ({parameters},))"
    if not fields:
        source = "lambda _cls: _tuple_new(_cls, ())"
    new = eval(source, {"_tuple_new": tuple.__new__, "__builtins__": {}, "__name__": f"namedtuple_{typename}"})
    new.__name__ = "__new__"
    new.__doc__ = f"Create new instance of {typename}({parameters})"
    if defaults:
        new.__defaults__ = defaults

    @classmethod
    def _make(cls, iterable):
        made = tuple.__new__(cls, iterable)
        if len(made) != len(fields):
            raise TypeError(f"Expected {len(fields)} arguments, got {len(made)}")
        return made

    def _replace(self, /, **changes):
        made = self._make(changes.pop(name, value) for name, value in zip(fields, self))
        if changes:
            kind = TypeError if _sys.version_info >= (3, 13) else ValueError
            raise kind(f"Got unexpected field names: {list(changes)!r}")
        return made

    shown = "(" + ", ".join(f"{name}=%r" for name in fields) + ")"

    def __repr__(self):
        return self.__class__.__name__ + shown % tuple(self)

    def _asdict(self):
        return dict(zip(self._fields, self))

    def __getnewargs__(self):
        return tuple(self)

    for method in (new, _make.__func__, _replace, __repr__, _asdict, __getnewargs__):
        method.__qualname__ = f"{typename}.{method.__name__}"
    namespace = {
        "__doc__": f"{typename}({parameters})",
        "__slots__": (),
        "_fields": fields,
        "_field_defaults": with_default,
        "__new__": new,
        "_make": _make,
        "_replace": _replace,
        "__repr__": __repr__,
        "_asdict": _asdict,
        "__getnewargs__": __getnewargs__,
    }
    if _sys.version_info >= (3, 10):
        namespace["__match_args__"] = fields
    if _sys.version_info >= (3, 13):
        namespace["__replace__"] = _replace
    for index, name in enumerate(fields):
        namespace[name] = _tuplegetter(index, _sys.intern(f"Alias for field number {index}"))
    made = type(typename, (tuple,), namespace)
    if module is None:
        module = _sys._getframe(1).f_globals.get("__name__", "__main__")
    made.__module__ = module
    return made

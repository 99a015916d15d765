import sys as _sys
from abc import ABCMeta, abstractmethod

# What a class must have to be counted in without being derived or registered.
_CHECKS = {
    "Hashable": ("__hash__",),
    "Iterable": ("__iter__",),
    "Iterator": ("__iter__", "__next__"),
    "Reversible": ("__reversed__", "__iter__"),
    "Generator": ("__iter__", "__next__", "send", "throw", "close"),
    "Sized": ("__len__",),
    "Container": ("__contains__",),
    "Collection": ("__len__", "__iter__", "__contains__"),
    "Callable": ("__call__",),
    "Buffer": ("__buffer__",),
}


class _Bound:
    def method(self):
        pass


_CALLABLE = (type(len), type(lambda: 0), type(_Bound().method), type)


def _has_methods(subclass, names):
    if names == ("__call__",) and issubclass(subclass, _CALLABLE):
        return True
    for name in names:
        holders = [base for base in subclass.__mro__ if name in base.__dict__]
        if not holders or holders[0].__dict__[name] is None:
            return False
    return True


class _Meta(ABCMeta):
    def __subclasscheck__(cls, subclass):
        names = _CHECKS.get(cls.__name__) if cls.__module__ == "collections.abc" else None
        return bool(names) and _has_methods(subclass, names) or super().__subclasscheck__(subclass)


def _abstract(answer=None, error=None):
    """A method to be overridden; super() gets an answer of that type, or the error."""

    def method(self, *args, **keywords):
        if error is not None:
            raise error
        return answer()

    return abstractmethod(method)


class Hashable(metaclass=_Meta):
    __slots__ = ()
    __hash__ = _abstract(int)


class Iterable(metaclass=_Meta):
    __slots__ = ()
    __iter__ = _abstract(().__iter__)


class Iterator(Iterable):
    __slots__ = ()
    __next__ = _abstract(error=StopIteration)

    def __iter__(self):
        return self


class Reversible(Iterable):
    __slots__ = ()
    __reversed__ = _abstract(().__iter__)


class Generator(Iterator):
    __slots__ = ()
    send = _abstract(error=StopIteration)

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        raise typ

    def __next__(self):
        return self.send(None)

    def close(self):
        try:
            self.throw(GeneratorExit)
        except (GeneratorExit, StopIteration):
            return
        raise RuntimeError("generator ignored GeneratorExit")


class Sized(metaclass=_Meta):
    __slots__ = ()
    __len__ = _abstract(int)


class Container(metaclass=_Meta):
    __slots__ = ()
    __contains__ = _abstract(bool)


class Collection(Sized, Iterable, Container):
    __slots__ = ()


class Callable(metaclass=_Meta):
    __slots__ = ()
    __call__ = _abstract(bool)


def _first(values):
    for value in values:
        return value
    raise KeyError


def _take_all(take, error):
    """Takes until there is nothing more, of which the error tells."""
    try:
        while True:
            take()
    except error:
        pass


def _for_each(method, values):
    for value in values:
        method(value)


def _is(value, other):
    return value is other or value == other


class Set(Collection):
    __slots__ = ()

    def __le__(self, other):
        if isinstance(other, Set):
            return len(self) <= len(other) and all(e in other for e in self)
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, Set):
            return len(self) >= len(other) and all(e in self for e in other)
        return NotImplemented

    def __lt__(self, other):
        return len(self) < len(other) and self <= other if isinstance(other, Set) else NotImplemented

    def __gt__(self, other):
        return len(self) > len(other) and self >= other if isinstance(other, Set) else NotImplemented

    def __eq__(self, other):
        return len(self) == len(other) and self <= other if isinstance(other, Set) else NotImplemented

    @classmethod
    def _from_iterable(cls, it):
        return cls(it)

    def _as_set(self, other):
        """The other operand as a set; NotImplemented where there is nothing to go through."""
        if isinstance(other, Set):
            return other
        return self._from_iterable(other) if isinstance(other, Iterable) else NotImplemented

    def __and__(self, other):
        if isinstance(other, Iterable):
            return self._from_iterable(e for e in other if e in self)
        return NotImplemented

    def __or__(self, other):
        if isinstance(other, Iterable):
            return self._from_iterable(e for operand in (self, other) for e in operand)
        return NotImplemented

    def __sub__(self, other):
        other = self._as_set(other)
        return other if other is NotImplemented else self._from_iterable(e for e in self if e not in other)

    def __rsub__(self, other):
        other = self._as_set(other)
        return other if other is NotImplemented else self._from_iterable(e for e in other if e not in self)

    def __xor__(self, other):
        other = self._as_set(other)
        return other if other is NotImplemented else (self - other) | (other - self)

    __rand__, __ror__, __rxor__ = __and__, __or__, __xor__

    def isdisjoint(self, other):
        return not any(e in self for e in other)

    def _hash(self):
        return _hash_of_3_8(self) if _sys.version_info < (3, 9) else hash(frozenset(self))


def _hash_of_3_8(elements):
    """As a frozenset's, but for its last mixing, which 3.8 left out here."""
    mixed = 1927868237 * (len(elements) + 1)
    for element in elements:
        own = hash(element)
        mixed ^= (own ^ own << 16 ^ 89869747) * 3644798167
    mixed = (mixed * 69069 + 907133923) % 2**64
    signed = mixed - 2**64 if mixed >= 2**63 else mixed
    return 590923713 if signed == -1 else signed


class MutableSet(Set):
    __slots__ = ()
    add = _abstract(error=NotImplementedError)
    discard = _abstract(error=NotImplementedError)

    def remove(self, value):
        if value not in self:
            raise KeyError(value)
        self.discard(value)

    def pop(self):
        value = _first(self)
        self.discard(value)
        return value

    def clear(self):
        _take_all(self.pop, KeyError)

    def __ior__(self, it):
        _for_each(self.add, it)
        return self

    def __iand__(self, it):
        _for_each(self.discard, self - it)
        return self

    def __isub__(self, it):
        if it is self:
            self.clear()
        else:
            _for_each(self.discard, it)
        return self

    def __ixor__(self, it):
        if it is self:
            self.clear()
        else:
            _for_each(lambda value: (self.discard if value in self else self.add)(value), self._as_set(it))
        return self


_missing = object()


def _value(mapping, key, default):
    try:
        return mapping[key]
    except KeyError:
        return default


class Mapping(Collection):
    __slots__ = ()
    __reversed__ = None
    __getitem__ = _abstract(error=KeyError)

    def get(self, key, default=None):
        return _value(self, key, default)

    def __contains__(self, key):
        return _value(self, key, _missing) is not _missing

    def keys(self):
        return KeysView(self)

    def items(self):
        return ItemsView(self)

    def values(self):
        return ValuesView(self)

    def __eq__(self, other):
        return dict(self.items()) == dict(other.items()) if isinstance(other, Mapping) else NotImplemented


class MutableMapping(Mapping):
    __slots__ = ()
    __setitem__ = _abstract(error=KeyError)
    __delitem__ = _abstract(error=KeyError)

    def pop(self, key, default=_missing):
        try:
            value = self[key]
        except KeyError:
            if default is _missing:
                raise
            return default
        del self[key]
        return value

    def popitem(self):
        key = _first(self)
        value = self[key]
        del self[key]
        return key, value

    def clear(self):
        _take_all(self.popitem, KeyError)

    def update(self, other=(), /, **kwds):
        pairs = other
        if isinstance(other, Mapping):
            pairs = ((key, other[key]) for key in other)
        elif hasattr(other, "keys"):
            pairs = ((key, other[key]) for key in other.keys())
        for given in (pairs, kwds.items()):
            for key, value in given:
                self[key] = value

    def setdefault(self, key, default=None):
        value = _value(self, key, _missing)
        if value is _missing:
            self[key] = value = default
        return value


def _numbered(sequence, i=0, end=None):
    """The numbers and items from one place to another, or to the last."""
    while end is None or i < end:
        try:
            item = sequence[i]
        except IndexError:
            return
        yield i, item
        i += 1


class Sequence(Reversible, Collection):
    __slots__ = ()
    __getitem__ = _abstract(error=IndexError)

    def __iter__(self):
        for _, item in _numbered(self):
            yield item

    def __contains__(self, value):
        return any(_is(item, value) for item in self)

    def __reversed__(self):
        for i in reversed(range(len(self))):
            yield self[i]

    def index(self, value, start=0, stop=None):
        start = start if start >= 0 else max(len(self) + start, 0)
        stop = stop if stop is None or stop >= 0 else len(self) + stop
        for i, item in _numbered(self, start, stop):
            if _is(item, value):
                return i
        raise ValueError

    def count(self, value):
        return sum(_is(item, value) for item in self)


class MutableSequence(Sequence):
    __slots__ = ()
    __setitem__ = _abstract(error=IndexError)
    __delitem__ = _abstract(error=IndexError)
    insert = _abstract(error=IndexError)

    def append(self, value):
        self.insert(len(self), value)

    def extend(self, values):
        _for_each(self.append, list(values) if values is self else values)

    def reverse(self):
        n = len(self)
        for i in range(n // 2):
            self[i], self[n - i - 1] = self[n - i - 1], self[i]

    def pop(self, index=-1):
        item = self[index]
        del self[index]
        return item

    def remove(self, value):
        del self[self.index(value)]

    def clear(self):
        _take_all(self.pop, IndexError)

    def __iadd__(self, values):
        self.extend(values)
        return self


class MappingView(Sized):
    __slots__ = ("_mapping",)

    def __init__(self, mapping):
        self._mapping = mapping

    def __repr__(self):
        return f"{self.__class__.__name__}({self._mapping!r})"

    def __len__(self):
        return len(self._mapping)


class KeysView(MappingView, Set):
    __slots__ = ()
    _from_iterable = staticmethod(set)

    def __iter__(self):
        yield from self._mapping

    def __contains__(self, key):
        return key in self._mapping


class ItemsView(MappingView, Set):
    __slots__ = ()
    _from_iterable = staticmethod(set)

    def __iter__(self):
        for key in self._mapping:
            yield key, self._mapping[key]

    def __contains__(self, item):
        key, value = item
        found = _value(self._mapping, key, _missing)
        return found is not _missing and _is(found, value)


class ValuesView(MappingView, Collection):
    __slots__ = ()

    def __iter__(self):
        for key in self._mapping:
            yield self._mapping[key]

    def __contains__(self, value):
        return any(_is(found, value) for found in self)


for _types, _abc in [
    ((list, bytearray), MutableSequence), ((tuple, str, range, bytes, memoryview), Sequence), ((dict,), MutableMapping),
    ((set,), MutableSet), ((frozenset,), Set), ((type({}.keys()),), KeysView), ((type({}.values()),), ValuesView),
    ((type({}.items()),), ItemsView), ((type(type.__dict__),), Mapping),
]:
    for _type in _types:
        _abc.register(_type)
from collections import deque as _deque

MutableSequence.register(_deque)

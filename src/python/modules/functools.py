import _gcscope
import sys as _sys

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__")
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


class partial:
    # __new__ and __call__ are native.
    __slots__ = "func", "args", "keywords", "__dict__", "__weakref__"

    def __repr__(self):
        parts = [repr(self.func)]
        parts.extend(repr(value) for value in self.args)
        parts.extend(f"{name}={value!r}" for name, value in self.keywords.items())
        return f"functools.partial({', '.join(parts)})"


_gcscope.as_native(partial, 80 if _sys.version_info >= (3, 14) else 64)


class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        self.func = func
        self.args = args
        self.keywords = keywords

    def __get__(self, receiver, owner=None):
        return partial(self.func.__get__(receiver, owner), *self.args, **self.keywords)


def reduce(function, iterable, *initial):
    iterator = iter(iterable)
    if initial:
        value = initial[0]
    else:
        try:
            value = next(iterator)
        except StopIteration:
            what = "iterable" if _sys.version_info >= (3, 10) else "sequence"
            raise TypeError(f"reduce() of empty {what} with no initial value") from None
    for item in iterator:
        value = function(value, item)
    return value


def _from_lt(name):
    def le(self, other):
        less = type(self).__lt__(self, other)
        return less if less is NotImplemented else less or self == other

    def gt(self, other):
        less = type(self).__lt__(self, other)
        return less if less is NotImplemented else not less and self != other

    def ge(self, other):
        less = type(self).__lt__(self, other)
        return less if less is NotImplemented else not less

    return {"__le__": le, "__gt__": gt, "__ge__": ge}[name]


def _swapped(root, name):
    opposite = {"__lt__": "__gt__", "__gt__": "__lt__", "__le__": "__ge__", "__ge__": "__le__"}

    def compare(self, other):
        known = getattr(type(self), root)(self, other)
        if known is NotImplemented:
            return known
        if name == opposite[root]:
            if "e__" == root[-3:]:
                return not known or self == other
            return not known and self != other
        if root in ("__gt__",) and name == "__le__" or root == "__le__" and name == "__gt__":
            return not known
        if root == "__ge__" and name == "__lt__":
            return not known
        if "e__" == root[-3:]:
            return known and self != other
        return known or self == other

    return compare


def total_ordering(cls):
    names = ("__lt__", "__le__", "__gt__", "__ge__")
    roots = [name for name in names if getattr(cls, name, None) is not getattr(object, name, None)]
    if not roots:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = roots[0]
    for name in names:
        if name not in roots:
            made = _from_lt(name) if root == "__lt__" else _swapped(root, name)
            made.__name__ = name
            setattr(cls, name, made)
    return cls


class _CacheInfo(tuple):
    __slots__ = ()

    def __repr__(self):
        return "CacheInfo(hits=%r, misses=%r, maxsize=%r, currsize=%r)" % tuple(self)

    hits = property(lambda self: self[0])
    misses = property(lambda self: self[1])
    maxsize = property(lambda self: self[2])
    currsize = property(lambda self: self[3])


_no_value = object()


class _lru_cache_wrapper:
    def __init__(self, function, maxsize, typed):
        update_wrapper(self, function)
        self._cache = {}
        self._maxsize = maxsize
        self._typed = typed
        self._hits = 0
        self._misses = 0

    def __call__(self, *args, **keywords):
        key = args
        if keywords:
            key = (args, tuple(keywords.items()))
        if self._typed:
            key = (key, tuple(type(value) for value in args))
        elif not keywords and len(args) == 1 and type(args[0]) in (int, str):
            key = args[0]
        cache = self._cache
        if self._maxsize == 0:
            self._misses += 1
            return self.__wrapped__(*args, **keywords)
        hash(key)
        value = cache.get(key, _no_value)
        if value is not _no_value:
            self._hits += 1
            if self._maxsize is not None:
                del cache[key]
                cache[key] = value
            return value
        self._misses += 1
        value = self.__wrapped__(*args, **keywords)
        cache[key] = value
        if self._maxsize is not None and len(cache) > self._maxsize:
            del cache[next(iter(cache))]
        return value

    def __get__(self, receiver, owner=None):
        if receiver is None:
            return self
        from types import MethodType

        return MethodType(self, receiver)

    def cache_info(self):
        return _CacheInfo((self._hits, self._misses, self._maxsize, len(self._cache)))

    def cache_clear(self):
        self._cache.clear()
        self._hits = self._misses = 0

    def cache_parameters(self):
        return {"maxsize": self._maxsize, "typed": self._typed}

    def __repr__(self):
        return "<functools._lru_cache_wrapper object at %#x>" % id(self)


def lru_cache(maxsize=128, typed=False):
    if callable(maxsize):
        return _lru_cache_wrapper(maxsize, 128, False)
    if maxsize is not None and not isinstance(maxsize, int):
        raise TypeError("Expected first argument to be an integer, a callable, or None")
    if maxsize is not None and maxsize < 0:
        maxsize = 0

    def decorating(function):
        return _lru_cache_wrapper(function, maxsize, typed)

    return decorating


def cache(function):
    return lru_cache(maxsize=None)(function)


class cached_property:
    def __init__(self, func):
        self.func, self.attrname, self.__doc__ = func, None, func.__doc__

    def __set_name__(self, owner, name):
        if self.attrname not in (None, name):
            raise TypeError("Cannot assign the same cached_property to two different names "
                            f"({self.attrname!r} and {name!r}).")
        self.attrname = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        try:
            values = instance.__dict__
        except AttributeError:
            raise TypeError(
                f"No '__dict__' attribute on {type(instance).__name__!r} "
                f"instance to cache {self.attrname!r} property."
            ) from None
        value = values.get(self.attrname, _no_value)
        if value is _no_value:
            value = self.func(instance)
            values[self.attrname] = value
        return value


def cmp_to_key(compare):
    class K:
        __slots__ = ("obj",)

        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other):
            return compare(self.obj, other.obj) < 0

        def __gt__(self, other):
            return compare(self.obj, other.obj) > 0

        def __eq__(self, other):
            return compare(self.obj, other.obj) == 0

        def __le__(self, other):
            return compare(self.obj, other.obj) <= 0

        def __ge__(self, other):
            return compare(self.obj, other.obj) >= 0

        __hash__ = None

    return K


class singledispatch:
    def __init__(self, function):
        update_wrapper(self, function)
        self.registry = {object: function}

    def register(self, cls, function=None):
        if function is None:
            if not isinstance(cls, type):
                # The function alone: its first parameter's annotation tells.
                return self.register(next(iter(cls.__annotations__.values())), cls)
            return lambda function: self.register(cls, function)
        self.registry[cls] = function
        return function

    def dispatch(self, cls):
        for base in cls.__mro__:
            if base in self.registry:
                return self.registry[base]

    def __call__(self, *args, **keywords):
        return self.dispatch(type(args[0]))(*args, **keywords)

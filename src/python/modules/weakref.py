import atexit as _atexit
import sys as _sys


# What dies while somebody iterates is removed later (up to 3.13).
_queues_removals = _sys.version_info < (3, 14)
_takes_apart = _sys.version_info < (3, 9)


class KeyedRef(ref):
    __slots__ = ("key",)

    def __new__(cls, target, callback, key):
        made = ref.__new__(cls, target, callback)
        made.key = key
        return made

    def __init__(self, target, callback, key):
        super().__init__(target, callback)


class WeakMethod(ref):
    __slots__ = "_func_ref", "_meth_type", "_alive", "__weakref__"

    def __new__(cls, method, callback=None):
        try:
            receiver = method.__self__
            function = method.__func__
        except AttributeError:
            raise TypeError(
                "argument should be a bound method, not {}".format(type(method))
            ) from None

        def gone(_):
            this = own()
            if this is not None and this._alive:
                this._alive = False
                if callback is not None:
                    callback(this)

        made = ref.__new__(cls, receiver, gone)
        made._func_ref = ref(function, gone)
        made._meth_type = type(method)
        made._alive = True
        own = ref(made)
        return made

    def __init__(self, method, callback=None):
        pass

    def __call__(self):
        receiver = super().__call__()
        function = self._func_ref()
        if receiver is None or function is None:
            return None
        return self._meth_type(function, receiver)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if not self._alive or not other._alive:
            return self is other
        return ref.__eq__(self, other) and self._func_ref == other._func_ref

    def __ne__(self, other):
        equal = self.__eq__(other)
        return equal if equal is NotImplemented else not equal

    __hash__ = ref.__hash__


def _refers_to(referring, item):
    """Whether the item's weak reference is among the keys."""
    try:
        wr = ref(item)
    except TypeError:
        return False
    return wr in referring


def _is_mapping(other):
    return isinstance(other, (dict, _WeakDictionary))


class _WeakDictionary:
    # Filled where removals wait for the end of an iteration.
    _pending_removals = _iterating = ()
    __hash__ = None

    def __iter__(self):
        return self.keys()

    def __repr__(self):
        return "<%s at %#x>" % (self.__class__.__name__, id(self))

    def __eq__(self, other):
        return dict(self.items()) == dict(other.items()) if _is_mapping(other) else NotImplemented

    def copy(self):
        made = self.__class__()
        for key, value in self.items():
            made[key] = value
        return made

    __copy__ = copy

    def clear(self):
        while self.data:
            self.data.popitem()

    if _sys.version_info >= (3, 9):

        def __or__(self, other):
            return _union(self.copy(), other) if _is_mapping(other) else NotImplemented

        def __ror__(self, other):
            return _union(self.__class__(), other, self) if _is_mapping(other) else NotImplemented

        def __ior__(self, other):
            return _union(self, other)


def _union(into, *others):
    for other in others:
        into.update(other)
    return into


class WeakValueDictionary(_WeakDictionary):
    def __init__(self, other=(), /, **more):
        def remove(wr, selfref=ref(self), remove_dead=_remove_dead_weakref):
            this = selfref()
            if this is not None:
                if this._iterating:
                    this._pending_removals.append(wr.key)
                else:
                    remove_dead(this.data, wr.key)

        self._remove = remove
        if _queues_removals:
            self._pending_removals, self._iterating = [], set()
        self.data = {}
        self.update(other, **more)

    def _after_removals(self):
        """The references, without those whose removal waited. Only called where one waits: a call makes a frame."""
        while self._pending_removals:
            key = self._pending_removals.pop()
            wr = self.data.get(key)
            if wr is not None and wr() is None:
                del self.data[key]
        return self.data

    def __getitem__(self, key):
        data = self._after_removals() if self._pending_removals else self.data
        value = data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        data = self._after_removals() if self._pending_removals else self.data
        data[key] = KeyedRef(value, self._remove, key)

    def __delitem__(self, key):
        data = self._after_removals() if self._pending_removals else self.data
        del data[key]

    def __len__(self):
        return len(self._after_removals() if self._pending_removals else self.data)

    def __contains__(self, key):
        data = self._after_removals() if self._pending_removals else self.data
        wr = data.get(key)
        return wr is not None and wr() is not None

    def __bool__(self):
        return len(self) > 0

    def get(self, key, default=None):
        wr = self.data.get(key)
        if wr is None:
            return default
        value = wr()
        return default if value is None else value

    def items(self):
        for key, wr in list(self.data.items()):
            value = wr()
            if value is not None:
                yield key, value

    def keys(self):
        for key, wr in list(self.data.items()):
            if wr() is not None:
                yield key

    def values(self):
        for wr in list(self.data.values()):
            value = wr()
            if value is not None:
                yield value

    def itervaluerefs(self):
        for wr in list(self.data.values()):
            yield wr

    def valuerefs(self):
        return list(self.data.values())

    def popitem(self):
        while True:
            key, wr = self.data.popitem()
            value = wr()
            if value is not None:
                return key, value

    def pop(self, key, *default):
        wr = self.data.pop(key, None)
        value = None if wr is None else wr()
        if value is None:
            if default:
                return default[0]
            raise KeyError(key)
        return value

    def setdefault(self, key, default=None):
        wr = self.data.get(key)
        value = None if wr is None else wr()
        if value is None:
            self.data[key] = KeyedRef(default, self._remove, key)
            return default
        return value

    def update(self, other=None, /, **more):
        if other is not None:
            if not hasattr(other, "items"):
                other = dict(other)
            for key, value in other.items():
                self.data[key] = KeyedRef(value, self._remove, key)
        for key, value in more.items():
            self.data[key] = KeyedRef(value, self._remove, key)


class WeakKeyDictionary(_WeakDictionary):
    def __init__(self, dict=None):
        self.data = {}

        def remove(wr, selfref=ref(self)):
            this = selfref()
            if this is not None:
                if this._iterating:
                    this._pending_removals.append(wr)
                else:
                    this.data.pop(wr, None)

        self._remove = remove
        if _queues_removals:
            self._pending_removals, self._iterating, self._dirty_len = [], set(), False
        if dict is not None:
            self.update(dict)

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __len__(self):
        return len(self.data)

    def __bool__(self):
        return len(self.data) > 0

    def __contains__(self, key):
        return _refers_to(self.data, key)

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def items(self):
        for wr, value in list(self.data.items()):
            key = wr()
            if key is not None:
                yield key, value

    def keys(self):
        for wr in list(self.data):
            key = wr()
            if key is not None:
                yield key

    def values(self):
        for wr, value in list(self.data.items()):
            if wr() is not None:
                yield value

    def keyrefs(self):
        return list(self.data)

    def popitem(self):
        while True:
            wr, value = self.data.popitem()
            key = wr()
            if key is not None:
                return key, value

    def pop(self, key, *default):
        return self.data.pop(ref(key), *default)

    def setdefault(self, key, default=None):
        return self.data.setdefault(ref(key, self._remove), default)

    def update(self, other=None, /, **more):
        if other is not None:
            if not hasattr(other, "items"):
                other = dict(other)
            for key, value in other.items():
                self.data[ref(key, self._remove)] = value
        if more:
            self.update(more)


class WeakSet:
    _pending_removals = _iterating = ()

    def __init__(self, data=None):
        self.data = set()

        def _remove(item, selfref=ref(self)):
            this = selfref()
            if this is not None:
                if this._iterating:
                    this._pending_removals.append(item)
                else:
                    this.data.discard(item)

        self._remove = _remove
        if _queues_removals:
            self._pending_removals, self._iterating = [], set()
        if data is not None:
            self.update(data)

    def __iter__(self):
        for wr in list(self.data):
            item = wr()
            if item is not None:
                yield item

    def __len__(self):
        return len(self.data) - len(self._pending_removals)

    def __contains__(self, item):
        return _refers_to(self.data, item)

    def __repr__(self):
        return repr(self.data)

    def __eq__(self, other):
        return self.data == set(map(ref, other)) if isinstance(other, self.__class__) else NotImplemented

    __hash__ = None

    def copy(self):
        return self.__class__(self)

    def add(self, item):
        self.data.add(ref(item, self._remove))

    def update(self, other):
        for item in other:
            self.add(item)

    def remove(self, item):
        self.data.remove(ref(item))

    def discard(self, item):
        self.data.discard(ref(item))

    def pop(self):
        while True:
            if not self.data:
                raise KeyError("pop from empty WeakSet")
            item = self.data.pop()()
            if item is not None:
                return item

    def clear(self):
        self.data.clear()

    def difference_update(self, other):
        self.__isub__(other)

    def intersection_update(self, other):
        self.__iand__(other)

    def symmetric_difference_update(self, other):
        self.__ixor__(other)

    def __ior__(self, other):
        return _union(self, other)

    def __iand__(self, other):
        self.data.intersection_update(map(ref, other))
        return self

    def __isub__(self, other):
        if self is other:
            self.data.clear()
        else:
            self.data.difference_update(map(ref, other))
        return self

    def __ixor__(self, other):
        if self is other:
            self.data.clear()
        else:
            self.data.symmetric_difference_update(ref(item, self._remove) for item in other)
        return self

    def union(self, other):
        return _union(self.copy(), other)

    def intersection(self, other):
        return self.__class__(item for item in other if item in self)

    def difference(self, other):
        return self.copy().__isub__(other)

    def symmetric_difference(self, other):
        return self.copy().__ixor__(other)

    def isdisjoint(self, other):
        return len(self.intersection(other)) == 0

    def issubset(self, other):
        return self.data.issubset(map(ref, other))

    def issuperset(self, other):
        return self.data.issuperset(map(ref, other))

    def __lt__(self, other):
        return self.data < set(map(ref, other))

    def __gt__(self, other):
        return self.data > set(map(ref, other))

    __or__, __and__, __sub__, __xor__ = union, intersection, difference, symmetric_difference
    __le__, __ge__ = issubset, issuperset


class finalize:
    __slots__ = ()
    _registry = {}
    _n_made = 0
    # Whether others than those that are being called at exit must be looked for.
    _dirty = False
    _registered_with_atexit = _shutdown = False

    class _Info:
        __slots__ = "weakref", "func", "args", "kwargs", "atexit", "index"

    if _takes_apart:
        # Its parameters have no names: a list is made of the rest, then a tuple.
        def __init__(*args, **kwargs):
            if len(args) >= 3:
                self, obj, func, *args = args
            elif "func" not in kwargs or len(args) < 2 and "obj" not in kwargs:
                raise TypeError("finalize expected at least 2 positional arguments, got %d" % (len(args) - 1))
            else:
                self, func = args[0], kwargs.pop("func")
                obj, args = args[1] if len(args) > 1 else kwargs.pop("obj"), ()
                import warnings
                warnings.warn("Passing 'func' as keyword argument is deprecated", DeprecationWarning, stacklevel=2)
            args = tuple(args)
            self._register(obj, func, args, kwargs)
    else:
        def __init__(self, obj, func, /, *args, **kwargs):
            self._register(obj, func, args, kwargs)

    def _register(self, obj, func, args, kwargs):
        if not self._registered_with_atexit:
            _atexit.register(self._exitfunc)
            finalize._registered_with_atexit = True
        info = self._Info()
        info.func, info.args, info.kwargs = func, args, kwargs or None
        info.index, info.atexit = finalize._n_made, True
        info.weakref = ref(obj, self)
        finalize._n_made += 1
        self._registry[self] = info
        finalize._dirty = True

    def __call__(self, _=None):
        info = self._registry.pop(self, None)
        return info.func(*info.args, **(info.kwargs or {})) if info and not self._shutdown else None

    def _object(self):
        info = self._registry.get(self)
        return None if info is None else info.weakref()

    def detach(self):
        obj = self._object()
        info = None if obj is None else self._registry.pop(self, None)
        return None if info is None else (obj, info.func, info.args, info.kwargs or {})

    def peek(self):
        obj = self._object()
        info = None if obj is None else self._registry.get(self)
        return None if info is None else (obj, info.func, info.args, info.kwargs or {})

    @property
    def alive(self):
        return self in self._registry

    @property
    def atexit(self):
        return self in self._registry and self._registry[self].atexit

    @atexit.setter
    def atexit(self, value):
        if self in self._registry:
            self._registry[self].atexit = bool(value)

    def __repr__(self):
        obj = self._object()
        state = "dead" if obj is None else "for %r at %#x" % (type(obj).__name__, id(obj))
        return "<%s object at %#x; %s>" % (type(self).__name__, id(self), state)

    @classmethod
    def _select_for_exit(cls):
        wanted = [(info.index, finalizer) for finalizer, info in cls._registry.items() if info.atexit]
        wanted.sort(key=lambda pair: pair[0])
        return [finalizer for _, finalizer in wanted]

    @classmethod
    def _exitfunc(cls):
        import gc

        disables = bool(cls._registry) and gc.isenabled()
        try:
            if disables:
                gc.disable()
            cls._call_pending()
        finally:
            finalize._shutdown = True
            if disables:
                gc.enable()

    @classmethod
    def _call_pending(cls):
        """Calls them, the last made first, and also those that are made meanwhile."""
        finalize._dirty = True
        while cls._registry:
            if finalize._dirty:
                pending, finalize._dirty = cls._select_for_exit(), False
            if not pending:
                return
            finalizer = pending.pop()
            try:
                finalizer()
            except Exception as error:
                _sys.excepthook(type(error), error, error.__traceback__)
            assert finalizer not in cls._registry

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


class WeakValueDictionary:
    _pending_removals = _iterating = ()

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
            self._pending_removals = []
            self._iterating = set()
        self.data = {}
        self.update(other, **more)

    def _commit_removals(self):
        pending = self._pending_removals
        while pending:
            key = pending.pop()
            wr = self.data.get(key)
            if wr is not None and wr() is None:
                del self.data[key]

    def __getitem__(self, key):
        if self._pending_removals:
            self._commit_removals()
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        if self._pending_removals:
            self._commit_removals()
        self.data[key] = KeyedRef(value, self._remove, key)

    def __delitem__(self, key):
        if self._pending_removals:
            self._commit_removals()
        del self.data[key]

    def __len__(self):
        if self._pending_removals:
            self._commit_removals()
        return len(self.data)

    def __contains__(self, key):
        if self._pending_removals:
            self._commit_removals()
        wr = self.data.get(key)
        return wr is not None and wr() is not None

    def __iter__(self):
        return self.keys()

    def __repr__(self):
        return "<%s at %#x>" % (self.__class__.__name__, id(self))

    def __bool__(self):
        return len(self) > 0

    def __eq__(self, other):
        if not _is_mapping(other):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    __hash__ = None

    def __or__(self, other):
        made = self.copy()
        made.update(other)
        return made

    def __ior__(self, other):
        self.update(other)
        return self

    def copy(self):
        made = self.__class__()
        for key, value in self.items():
            made[key] = value
        return made

    __copy__ = copy

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

    def clear(self):
        while self.data:
            self.data.popitem()


class WeakKeyDictionary:
    _pending_removals = _iterating = ()

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
            self._pending_removals = []
            self._iterating = set()
            self._dirty_len = False
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
        try:
            wr = ref(key)
        except TypeError:
            return False
        return wr in self.data

    def __iter__(self):
        return self.keys()

    def __repr__(self):
        return "<%s at %#x>" % (self.__class__.__name__, id(self))

    def __eq__(self, other):
        if not _is_mapping(other):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    __hash__ = None

    def copy(self):
        made = self.__class__()
        for key, value in self.items():
            made[key] = value
        return made

    __copy__ = copy

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

    def clear(self):
        while self.data:
            self.data.popitem()


def _is_mapping(other):
    return isinstance(other, (dict, WeakValueDictionary, WeakKeyDictionary))


if _sys.version_info >= (3, 9):

    def __or__(self, other):
        if not _is_mapping(other):
            return NotImplemented
        union = self.copy()
        union.update(other)
        return union

    def __ror__(self, other):
        if not _is_mapping(other):
            return NotImplemented
        union = self.__class__()
        union.update(other)
        union.update(self)
        return union

    def __ior__(self, other):
        self.update(other)
        return self

    for _class in (WeakValueDictionary, WeakKeyDictionary):
        _class.__or__, _class.__ror__, _class.__ior__ = __or__, __ror__, __ior__
    del _class, __or__, __ror__, __ior__


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
            self._pending_removals = []
            self._iterating = set()
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
        try:
            wr = ref(item)
        except TypeError:
            return False
        return wr in self.data

    def __repr__(self):
        return repr(self.data)

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return self.data == set(map(ref, other))

    __hash__ = None

    def add(self, item):
        self.data.add(ref(item, self._remove))

    def clear(self):
        self.data.clear()

    def copy(self):
        return self.__class__(self)

    def discard(self, item):
        self.data.discard(ref(item))

    def remove(self, item):
        self.data.remove(ref(item))

    def pop(self):
        while True:
            if not self.data:
                raise KeyError("pop from empty WeakSet")
            item = self.data.pop()()
            if item is not None:
                return item

    def update(self, other):
        for item in other:
            self.add(item)

    def __ior__(self, other):
        self.update(other)
        return self

    def difference(self, other):
        made = self.copy()
        made.difference_update(other)
        return made

    __sub__ = difference

    def difference_update(self, other):
        if self is other:
            self.data.clear()
        else:
            self.data.difference_update(ref(item) for item in other)

    def __isub__(self, other):
        self.difference_update(other)
        return self

    def intersection(self, other):
        return self.__class__(item for item in other if item in self)

    __and__ = intersection

    def issubset(self, other):
        return self.data.issubset(ref(item) for item in other)

    __le__ = issubset

    def issuperset(self, other):
        return self.data.issuperset(ref(item) for item in other)

    __ge__ = issuperset

    def union(self, other):
        made = self.copy()
        made.update(other)
        return made

    __or__ = union

    def isdisjoint(self, other):
        return len(self.intersection(other)) == 0


class finalize:
    __slots__ = ()
    _registry = {}
    _shutdown = False
    _n_made = 0
    _dirty = False
    _registered_with_atexit = False

    class _Info:
        __slots__ = ("weakref", "func", "args", "kwargs", "atexit", "index")

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
        info.weakref = ref(obj, self)
        info.func = func
        info.args = args
        info.kwargs = kwargs or None
        info.atexit = True
        info.index = finalize._n_made
        finalize._n_made += 1
        self._registry[self] = info
        finalize._dirty = True

    def __call__(self, _=None):
        info = self._registry.pop(self, None)
        if info and not self._shutdown:
            return info.func(*info.args, **(info.kwargs or {}))

    def detach(self):
        info = self._registry.get(self)
        obj = info and info.weakref()
        if obj is not None and self._registry.pop(self, None):
            return (obj, info.func, info.args, info.kwargs or {})

    def peek(self):
        info = self._registry.get(self)
        obj = info and info.weakref()
        if obj is not None:
            return (obj, info.func, info.args, info.kwargs or {})

    @property
    def alive(self):
        return self in self._registry

    @property
    def atexit(self):
        info = self._registry.get(self)
        return bool(info) and info.atexit

    @atexit.setter
    def atexit(self, value):
        info = self._registry.get(self)
        if info:
            info.atexit = bool(value)

    def __repr__(self):
        info = self._registry.get(self)
        obj = info and info.weakref()
        if obj is None:
            return "<%s object at %#x; dead>" % (type(self).__name__, id(self))
        return "<%s object at %#x; for %r at %#x>" % (
            type(self).__name__,
            id(self),
            type(obj).__name__,
            id(obj),
        )

    @classmethod
    def _select_for_exit(cls):
        wanted = [(f, i) for (f, i) in cls._registry.items() if i.atexit]
        wanted.sort(key=lambda item: item[1].index)
        return [f for (f, i) in wanted]

    @classmethod
    def _exitfunc(cls):
        import gc

        was_enabled = False
        try:
            if cls._registry:
                if gc.isenabled():
                    was_enabled = True
                    gc.disable()
                pending = None
                while True:
                    if pending is None or finalize._dirty:
                        pending = cls._select_for_exit()
                        finalize._dirty = False
                    if not pending:
                        break
                    f = pending.pop()
                    try:
                        f()
                    except Exception as error:
                        import sys

                        sys.excepthook(type(error), error, error.__traceback__)
                    assert f not in cls._registry
        finally:
            finalize._shutdown = True
            if was_enabled:
                gc.enable()

dispatch_table = {}


def pickle(ob_type, pickle_function, constructor_ob=None):
    dispatch_table[ob_type] = pickle_function


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


def _reconstructor(cls, base, state):
    if base is object:
        return object.__new__(cls)
    made = base.__new__(cls, state)
    if base.__init__ != object.__init__:
        base.__init__(made, state)
    return made


_refusing = ("generator", "module", "frame", "traceback", "memoryview", "dict_keys", "dict_values", "dict_items",
             "mappingproxy", "weakref", "cell", "code")


def _getstate(obj):
    state = getattr(obj, "__dict__", None) or None
    slots = {}
    for base in type(obj).__mro__:
        names = base.__dict__.get("__slots__", ())
        for name in (names,) if isinstance(names, str) else names:
            if name in ("__dict__", "__weakref__"):
                continue
            if name.startswith("__") and not name.endswith("__"):
                name = f"_{base.__name__.lstrip('_')}{name}"
            if hasattr(obj, name):
                slots[name] = getattr(obj, name)
    return (state, slots) if slots else state


def _own(cls, name):
    for base in cls.__mro__[:-1]:
        if name in base.__dict__:
            return True
    return False


def _state_of(obj):
    if _own(type(obj), "__getstate__"):
        return obj.__getstate__()
    return _getstate(obj)


def _reduce_object(obj, protocol):
    cls = type(obj)
    if cls.__name__ in _refusing or cls.__module__ == "builtins" and cls.__name__.endswith("iterator"):
        raise TypeError(f"cannot pickle {cls.__name__!r} object")
    if isinstance(obj, BaseException):
        state = obj.__dict__ or None
        return (cls, obj.args, state) if state else (cls, obj.args)
    if protocol < 2:
        base = next(base for base in cls.__mro__ if base.__module__ == "builtins")
        start = None if base is object else base(obj)
        state = _state_of(obj)
        head = (_reconstructor, (cls, base, start))
        return (*head, state) if state else head
    args, function = (cls,), __newobj__
    if hasattr(cls, "__getnewargs_ex__"):
        positional, keywords = obj.__getnewargs_ex__()
        args, function = (cls, positional, keywords), __newobj_ex__
    elif hasattr(cls, "__getnewargs__"):
        args = (cls, *obj.__getnewargs__())
    elif isinstance(obj, (set, frozenset, bytearray)):
        state = getattr(obj, "__dict__", None) or None
        return cls, (bytes(obj) if isinstance(obj, bytearray) else list(obj),), state
    items = iter(obj) if isinstance(obj, list) else None
    pairs = iter(obj.items()) if isinstance(obj, dict) else None
    return function, args, _state_of(obj), items, pairs

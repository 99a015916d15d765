class Error(Exception):
    pass


error = Error

_atomic = (type(None), int, float, bool, str, bytes, type, type(Ellipsis), type(NotImplemented), range)
_functions = (type(lambda: 0), type(len), property, type([].append))


def copy(x):
    cls = type(x)
    if cls in _atomic or isinstance(x, type) or cls in _functions or cls in (tuple, frozenset, slice):
        return x
    if cls is list or cls is dict or cls is set:
        return x.copy()
    method = getattr(cls, "__copy__", None)
    if method is not None:
        return method(x)
    return _rebuild(x, None, lambda value: value)


def deepcopy(x, memo=None):
    if memo is None:
        memo = {}
    known = memo.get(id(x), memo)
    if known is not memo:
        return known
    cls = type(x)
    if cls in _atomic or isinstance(x, type) or cls in _functions:
        return x
    method = getattr(x, "__deepcopy__", None)
    if method is not None:
        made = method(memo)
    elif cls is list:
        made = memo[id(x)] = []
        for value in x:
            made.append(deepcopy(value, memo))
    elif cls is tuple:
        made = _deepcopy_tuple(x, memo)
    elif cls is dict:
        made = memo[id(x)] = {}
        for key, value in x.items():
            made[deepcopy(key, memo)] = deepcopy(value, memo)
    elif cls is set or cls is frozenset:
        made = cls(deepcopy(value, memo) for value in x)
    elif hasattr(cls, "__func__") or cls.__name__ == "method":
        made = cls(x.__func__, deepcopy(x.__self__, memo))
    else:
        made = _rebuild(x, memo, lambda value: deepcopy(value, memo))
    if made is not x:
        memo[id(x)] = made
        memo.setdefault(id(memo), []).append(x)
    return made


def _deepcopy_tuple(x, memo):
    values = [deepcopy(value, memo) for value in x]
    if id(x) in memo:
        return memo[id(x)]
    for before, after in zip(x, values):
        if before is not after:
            return tuple(values)
    return x


def _rebuild(x, memo, copied):
    cls = type(x)
    if isinstance(x, BaseException):
        made = cls(*copied(x.args))
        state = x.__dict__
    else:
        arguments = ()
        if hasattr(cls, "__getnewargs__"):
            arguments = copied(x.__getnewargs__())
        made = cls.__new__(cls, *arguments)
        if hasattr(x, "__getstate__") and "__getstate__" in _names(cls):
            state = x.__getstate__()
        else:
            state = getattr(x, "__dict__", None)
    if memo is not None:
        memo[id(x)] = made
    if isinstance(x, list):
        for value in list.__iter__(x):
            made.append(copied(value))
    elif isinstance(x, dict):
        for key, value in dict.items(x):
            made[copied(key)] = copied(value)
    elif isinstance(x, set):
        for value in x:
            made.add(copied(value))
    for name in _slots(cls):
        if hasattr(x, name):
            setattr(made, name, copied(getattr(x, name)))
    if state:
        state = copied(state) if memo is not None else state
        if "__setstate__" in _names(cls):
            made.__setstate__(state)
        else:
            made.__dict__.update(state)
    return made


def _names(cls):
    found = set()
    for base in cls.__mro__[:-1]:
        found.update(base.__dict__)
    return found


def _slots(cls):
    for base in cls.__mro__:
        names = base.__dict__.get("__slots__", ())
        for name in (names,) if isinstance(names, str) else names:
            if name not in ("__dict__", "__weakref__"):
                yield name

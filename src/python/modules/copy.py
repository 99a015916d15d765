import copyreg as _copyreg
import sys as _sys


class Error(Exception):
    pass


error = Error

_atomic = (type(None), int, float, complex, bool, str, bytes, type(Ellipsis), type(NotImplemented), range, property)
_functions = (type(lambda: 0), type(len))
_unchanged_by_copy = (tuple, frozenset, slice)
_copied_by_method = (list, dict, set, bytearray)


def copy(x):
    cls = type(x)
    if cls in _atomic or issubclass(cls, type) or cls in _functions or cls in _unchanged_by_copy:
        return x
    if cls in _copied_by_method:
        return cls.copy(x)
    method = getattr(cls, "__copy__", None)
    if method is not None:
        return method(x)
    reduced = _reduced(x, cls)
    return x if isinstance(reduced, str) else _rebuild(x, None, *reduced)


def deepcopy(x, memo=None, _nil=[]):
    if memo is None:
        memo = {}
    known = memo.get(id(x), _nil)
    if known is not _nil:
        return known
    cls = type(x)
    if cls in _atomic or cls in _functions or issubclass(cls, type):
        return x
    if cls is list:
        made = _deepcopy_list(x, memo)
    elif cls is tuple:
        made = _deepcopy_tuple(x, memo)
    elif cls is dict:
        made = _deepcopy_dict(x, memo)
    elif cls is _method:
        made = cls(x.__func__, deepcopy(x.__self__, memo))
    else:
        made = _deepcopy_object(x, cls, memo)
    if made is not x:
        memo[id(x)] = made
        _keep_alive(x, memo)
    return made


_method = type(deepcopy.__get__(0))


def _keep_alive(x, memo):
    try:
        memo[id(memo)].append(x)
    except KeyError:
        memo[id(memo)] = [x]


def _deepcopy_list(x, memo):
    made = memo[id(x)] = []
    for value in x:
        made.append(deepcopy(value, memo))
    return made


def _deepcopy_dict(x, memo):
    made = memo[id(x)] = {}
    for key, value in x.items():
        made[deepcopy(key, memo)] = deepcopy(value, memo)
    return made


def _deepcopy_tuple(x, memo):
    values = [deepcopy(value, memo) for value in x]
    if id(x) in memo:
        return memo[id(x)]
    for before, after in zip(x, values):
        if before is not after:
            return tuple(values)
    return x


def _deepcopy_object(x, cls, memo):
    method = getattr(x, "__deepcopy__", None)
    if method is not None:
        return method(memo)
    reduced = _reduced(x, cls)
    return x if isinstance(reduced, str) else _rebuild(x, memo, *reduced)


def _reduced(x, cls):
    reductor = _copyreg.dispatch_table.get(cls)
    if reductor is not None:
        return reductor(x)
    return x.__reduce_ex__(4)


def _rebuild(x, memo, function, args, state=None, items=None, pairs=None):
    deep = memo is not None
    if deep and args:
        args = (deepcopy(arg, memo) for arg in args)
    made = function(*args)
    if deep:
        memo[id(x)] = made
    if state is not None:
        _restore(made, deepcopy(state, memo) if deep else state)
    for item in items or ():
        made.append(deepcopy(item, memo) if deep else item)
    for key, value in pairs or ():
        made[deepcopy(key, memo) if deep else key] = deepcopy(value, memo) if deep else value
    return made


def _restore(made, state):
    if hasattr(made, "__setstate__"):
        made.__setstate__(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state is not None:
        made.__dict__.update(state)
    for name, value in (slots or {}).items():
        setattr(made, name, value)


if _sys.version_info >= (3, 13):

    def replace(obj, /, **changes):
        cls = obj.__class__
        method = getattr(cls, "__replace__", None)
        if method is None:
            raise TypeError(f"replace() does not support {cls.__name__} objects")
        return method(obj, **changes)

class _Special:
    def __init__(self, name):
        self._name = name

    def __getitem__(self, parameters):
        return self

    def __call__(self, *args, **keywords):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __or__(self, other):
        return self

    __ror__ = __or__

    def __repr__(self):
        return "typing." + self._name


Any = _Special("Any")
Callable = _Special("Callable")
ClassVar = _Special("ClassVar")
Deque = _Special("Deque")
DefaultDict = _Special("DefaultDict")
Dict = _Special("Dict")
Final = _Special("Final")
FrozenSet = _Special("FrozenSet")
Generator = _Special("Generator")
Hashable = _Special("Hashable")
Iterable = _Special("Iterable")
Iterator = _Special("Iterator")
List = _Special("List")
Literal = _Special("Literal")
Mapping = _Special("Mapping")
MutableMapping = _Special("MutableMapping")
NoReturn = _Special("NoReturn")
Optional = _Special("Optional")
Sequence = _Special("Sequence")
Set = _Special("Set")
Tuple = _Special("Tuple")
Type = _Special("Type")
Union = _Special("Union")
Self = _Special("Self")
Annotated = _Special("Annotated")
TYPE_CHECKING = False


class _Subscriptable:
    def __class_getitem__(cls, parameters):
        return cls


class Generic(_Subscriptable):
    pass


class Protocol(Generic):
    pass


class TypeVar:
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        self.__name__ = name

    def __repr__(self):
        return "~" + self.__name__


def NamedTuple(typename, fields):
    from collections import namedtuple

    return namedtuple(typename, [name for name, _ in fields])


def NewType(name, tp):
    return lambda value: value


def cast(typ, value):
    return value


def overload(function):
    return function


def final(function):
    return function


def runtime_checkable(cls):
    return cls


def get_type_hints(obj):
    return dict(getattr(obj, "__annotations__", {}))

import sys as _sys
import collections as _collections
import collections.abc as _abc

_unions_are_plain = _sys.version_info >= (3, 14)
_has_optional = _sys.version_info >= (3, 9)
TYPE_CHECKING = False


def _type_repr(part):
    if isinstance(part, type) and not hasattr(part, "__args__"):
        if part.__module__ == "builtins":
            return part.__qualname__
        return f"{part.__module__}.{part.__qualname__}"
    if part is ...:
        return "..."
    if isinstance(part, list):
        return "[" + ", ".join(map(_type_repr, part)) + "]"
    return repr(part)


def _as_type(part):
    return type(None) if part is None else part


def _variables(args):
    found = []
    for part in args:
        inner = [part] if isinstance(part, TypeVar) else getattr(part, "__parameters__", ())
        if not isinstance(part, type):
            found.extend(variable for variable in inner if variable not in found)
    return tuple(found)


def _refuse_call(alias):
    origin = getattr(alias, "__origin__", None)
    if isinstance(origin, type):
        name = origin.__name__
        raise TypeError(f"Type {alias._name} cannot be instantiated; use {name}() instead")
    raise TypeError(f"Cannot instantiate {alias!r}")


class _Final:
    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class _Alias(_Final):
    """A generic class with its arguments."""

    def __init__(self, origin, args, name=None):
        self.__origin__ = origin
        self.__args__ = args
        self.__parameters__ = _variables(args)
        self._name = name

    def __repr__(self):
        args = list(self.__args__)
        if self.__origin__ is _abc.Callable and args and args[0] is not ...:
            args = [args[:-1], args[-1]]
        name = "typing." + self._name if self._name else _type_repr(self.__origin__)
        return f"{name}[{', '.join(map(_type_repr, args)) or '()'}]"

    def __eq__(self, other):
        if not isinstance(other, _Alias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __call__(self, *args, **keywords):
        if self._name:
            return _refuse_call(self)
        made = self.__origin__(*args, **keywords)
        try:
            made.__orig_class__ = self
        except AttributeError:
            pass
        return made

    def __getitem__(self, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        if not self.__parameters__:
            raise TypeError(f"{self} is not a generic class")
        given = dict(zip(self.__parameters__, map(_as_type, parameters)))
        args = []
        for part in self.__args__:
            if isinstance(part, TypeVar):
                args.append(given[part])
            elif getattr(part, "__parameters__", ()):
                args.append(part[tuple(given[variable] for variable in part.__parameters__)])
            else:
                args.append(part)
        return _Alias(self.__origin__, tuple(args), self._name)

    def __mro_entries__(self, bases):
        if self.__origin__ is Generic or not self._name:
            return (self.__origin__,)
        later = bases[bases.index(self) + 1 :]
        if any(isinstance(base, _Alias) or issubclass(base, Generic) for base in later):
            return (self.__origin__,)
        return (self.__origin__, Generic)

    def __instancecheck__(self, instance):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    __subclasscheck__ = __instancecheck__

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return getattr(self.__origin__, name)


class _Union(_Alias):
    def __repr__(self):
        args = self.__args__
        if _unions_are_plain:
            return " | ".join("None" if part is type(None) else _type_repr(part) for part in args)
        if _has_optional and len(args) == 2 and type(None) in args:
            return f"typing.Optional[{_type_repr(args[args[0] is type(None)])}]"
        return f"typing.Union[{', '.join(map(_type_repr, args))}]"

    def __eq__(self, other):
        return isinstance(other, _Union) and set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __instancecheck__(self, instance):
        return any(isinstance(instance, part) for part in self.__args__)

    def __subclasscheck__(self, cls):
        return any(issubclass(cls, part) for part in self.__args__)


class _Special(_Final):
    """What typing has beside classes; with an origin, another name of that class."""

    def __init__(self, name, origin=None):
        self._name = name
        self._made = {}
        if origin is not None:
            self.__origin__ = origin

    def __getitem__(self, parameters):
        key = tuple(parameters) if isinstance(parameters, tuple) else parameters
        try:
            return self._made[key]
        except KeyError:
            made = self._made[key] = self._make(parameters)
            return made
        except TypeError:
            return self._make(parameters)

    def _make(self, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        if self._name == "Callable":
            first, result = parameters
            parameters = (*first, result) if isinstance(first, list) else parameters
        args = tuple(map(_as_type, parameters))
        return _Alias(getattr(self, "__origin__", self), args, self._name)

    def __call__(self, *args, **keywords):
        return _refuse_call(self)

    def __mro_entries__(self, bases):
        if not hasattr(self, "__origin__"):
            raise TypeError(f"Cannot subclass {self!r}")
        return (self.__origin__, Generic)

    def __instancecheck__(self, instance):
        return self.__subclasscheck__(type(instance))

    def __subclasscheck__(self, cls):
        if not hasattr(self, "__origin__"):
            raise TypeError(f"{self!r} cannot be used with isinstance()")
        return issubclass(cls, self.__origin__)

    def __repr__(self):
        return "typing." + self._name


class _UnionSpecial(_Special):
    def _make(self, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        args = []
        for part in parameters:
            inner = part.__args__ if isinstance(part, _Union) else (_as_type(part),)
            args.extend(one for one in inner if one not in args)
        if len(args) == 1:
            return args[0]
        return _Union(self, tuple(args), self._name)


class _OptionalSpecial(_Special):
    def _make(self, parameter):
        return Union[parameter, None]


Any = _Special("Any")
Callable = _Special("Callable", _abc.Callable)
ClassVar = _Special("ClassVar")
Deque = _Special("Deque", _collections.deque)
DefaultDict = _Special("DefaultDict", _collections.defaultdict)
Dict = _Special("Dict", dict)
Final = _Special("Final")
FrozenSet = _Special("FrozenSet", frozenset)
Generator = _Special("Generator", _abc.Generator)
Hashable = _Special("Hashable", _abc.Hashable)
Iterable = _Special("Iterable", _abc.Iterable)
Iterator = _Special("Iterator", _abc.Iterator)
List = _Special("List", list)
Literal = _Special("Literal")
Mapping = _Special("Mapping", _abc.Mapping)
MutableMapping = _Special("MutableMapping", _abc.MutableMapping)
NoReturn = _Special("NoReturn")
Sequence = _Special("Sequence", _abc.Sequence)
Set = _Special("Set", set)
Tuple = _Special("Tuple", tuple)
Type = _Special("Type", type)
Union = _UnionSpecial("Union")
Optional = _OptionalSpecial("Optional")
Self = _Special("Self")
Annotated = _Special("Annotated")


class TypeVar(_Final):
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        self.__name__ = name
        self.__constraints__ = constraints
        self.__bound__ = bound
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant

    def __repr__(self):
        sign = "+" if self.__covariant__ else "-" if self.__contravariant__ else "~"
        return sign + self.__name__


class Generic:
    __slots__ = ()
    __parameters__ = ()

    def __class_getitem__(cls, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        return _Alias(cls, tuple(map(_as_type, parameters)))

    def __init_subclass__(cls, *args, **keywords):
        super().__init_subclass__(*args, **keywords)
        if "__orig_bases__" in cls.__dict__:
            cls.__parameters__ = _variables(
                part for base in cls.__orig_bases__ for part in getattr(base, "__args__", ())
            )


class Protocol(Generic):
    __slots__ = ()


class _NamedTupleMeta(type):
    def __new__(mcls, name, bases, namespace):
        if not bases:
            return super().__new__(mcls, name, bases, namespace)
        from collections import namedtuple

        annotations = namespace.get("__annotations__")
        if annotations is None:
            annotate = namespace.get("__annotate_func__") or namespace.get("__annotate__")
            annotations = annotate(1) if annotate else {}
        defaults = []
        for field in annotations:
            if field in namespace:
                defaults.append(namespace[field])
            elif defaults:
                raise TypeError(
                    f"Non-default namedtuple field {field} cannot follow default fields"
                )
        made = namedtuple(name, annotations, defaults=defaults)
        for key, value in namespace.items():
            if key not in annotations and key not in ("__annotations__", "__annotate_func__", "__annotate__"):
                setattr(made, key, value)
        made.__annotations__ = annotations
        return made

    def __call__(cls, typename, fields=()):
        from collections import namedtuple

        return namedtuple(typename, [name for name, _ in fields])


class NamedTuple(metaclass=_NamedTupleMeta):
    pass


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

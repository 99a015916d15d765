import abc as _abc_module
import sys as _sys
import collections as _collections
import collections.abc as _abc

_version = _sys.version_info
_unions_are_plain = _version >= (3, 14)
_has_optional = _version >= (3, 9)
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
    if part is None:
        return type(None)
    return ForwardRef(part) if isinstance(part, str) else part


def _check_count(alias, n_given, n_wanted):
    if n_given != n_wanted:
        much = "many" if n_given > n_wanted else "few"
        what = "arguments" if _version >= (3, 10) else "parameters"
        least = "at least " if n_given < n_wanted and _version >= (3, 13) else ""
        raise TypeError(f"Too {much} {what} for {alias!r}; actual {n_given}, expected {least}{n_wanted}")


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


class ForwardRef(_Final):
    """A type that is named by a string."""

    def __init__(self, arg):
        self.__forward_arg__ = arg

    def __repr__(self):
        return f"ForwardRef({self.__forward_arg__!r})"

    def __eq__(self, other):
        return isinstance(other, ForwardRef) and self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)


class _Alias(_Final):
    """A generic class with its arguments."""

    def __init__(self, origin, args, name=None):
        self.__origin__ = origin
        self.__args__ = args
        self.__parameters__ = _variables(args)
        self._name = name

    def __repr__(self):
        args = list(self.__args__)
        if self._name == "Literal":
            return f"typing.Literal[{', '.join(map(repr, args))}]"
        if self._name == "Annotated":
            shown = ", ".join(map(repr, self.__metadata__))
            return f"typing.Annotated[{_type_repr(self.__origin__)}, {shown}]"
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
        _check_count(self, len(parameters), len(self.__parameters__))
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
        if not isinstance(other, _Union) and type(other).__name__ != "UnionType":
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __instancecheck__(self, instance):
        return any(isinstance(instance, part) for part in self.__args__)

    def __subclasscheck__(self, cls):
        return any(issubclass(cls, part) for part in self.__args__)


class _Special(_Final):
    """What typing has beside classes; with an origin, another name of that class."""

    def __init__(self, name, origin=None, n_wanted=0):
        self._name = name
        self._n_wanted = n_wanted
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
        if self._name == "Literal":
            return _Alias(self, parameters, self._name)
        if self._name == "Annotated":
            made = _Alias(parameters[0], (parameters[0],), self._name)
            made.__metadata__ = parameters[1:]
            return made
        if self._n_wanted:
            _check_count(self, len(parameters), self._n_wanted)
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
        if _unions_are_plain and all(isinstance(part, type) for part in args):
            made = args[0]
            for part in args[1:]:
                made = made | part
            return made
        return _Union(self, tuple(args), self._name)


class _OptionalSpecial(_Special):
    def _make(self, parameter):
        return Union[parameter, None]


Any = _Special("Any")
Callable = _Special("Callable", _abc.Callable)
ClassVar = _Special("ClassVar")
Final = _Special("Final")
Generator = _Special("Generator", _abc.Generator)
Literal = _Special("Literal")
NoReturn = _Special("NoReturn")
Tuple = _Special("Tuple", tuple)
Union = _UnionSpecial("Union")
Optional = _OptionalSpecial("Optional")
Text = str

# Other names of classes, with the number of their parameters.
for _name, _origin, _n in [
    ("Deque", _collections.deque, 1), ("DefaultDict", _collections.defaultdict, 2), ("Dict", dict, 2),
    ("OrderedDict", _collections.OrderedDict, 2), ("Counter", _collections.Counter, 1),
    ("ChainMap", _collections.ChainMap, 2), ("List", list, 1), ("Set", set, 1), ("FrozenSet", frozenset, 1),
    ("Type", type, 1), ("Hashable", _abc.Hashable, 0), ("Iterable", _abc.Iterable, 1), ("Iterator", _abc.Iterator, 1),
    ("Collection", _abc.Collection, 1), ("Container", _abc.Container, 1), ("Reversible", _abc.Reversible, 1),
    ("Mapping", _abc.Mapping, 2), ("MutableMapping", _abc.MutableMapping, 2), ("Sequence", _abc.Sequence, 1),
    ("MutableSequence", _abc.MutableSequence, 1), ("AbstractSet", _abc.Set, 1), ("MutableSet", _abc.MutableSet, 1),
    ("Sized", _abc.Sized, 0),
]:
    globals()[_name] = _Special(_name, _origin, _n)
del _name, _origin, _n

if _version >= (3, 9):
    Annotated = _Special("Annotated")
if _version >= (3, 10):
    Concatenate = _Special("Concatenate")
    TypeAlias = _Special("TypeAlias")
    TypeGuard = _Special("TypeGuard")
if _version >= (3, 11):
    Self = _Special("Self")
    Never = _Special("Never")
    LiteralString = _Special("LiteralString")
    Required = _Special("Required")
    NotRequired = _Special("NotRequired")
    Unpack = _Special("Unpack")
if _version >= (3, 13):
    ReadOnly = _Special("ReadOnly")
    TypeIs = _Special("TypeIs")


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


AnyStr = TypeVar("AnyStr", bytes, str)


class Generic:
    __slots__ = ()
    __parameters__ = ()

    def __class_getitem__(cls, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        if cls is not Generic and cls is not Protocol:
            if not cls.__parameters__:
                raise TypeError(f"{cls!r} is not a generic class")
            _check_count(cls, len(parameters), len(cls.__parameters__))
        return _Alias(cls, tuple(map(_as_type, parameters)))

    def __init_subclass__(cls, *args, **keywords):
        super().__init_subclass__(*args, **keywords)
        if "__orig_bases__" in cls.__dict__:
            cls.__parameters__ = _variables(
                part for base in cls.__orig_bases__ for part in getattr(base, "__args__", ())
            )


_plain_names = {"__abstractmethods__", "__annotations__", "__dict__", "__doc__", "__init__", "__module__", "__new__",
                "__slots__", "__subclasshook__", "__weakref__", "__class_getitem__", "__match_args__", "__parameters__",
                "__orig_bases__", "__static_attributes__", "__firstlineno__", "__annotate__", "__annotate_func__",
                "__annotations_cache__", "_is_protocol", "_is_runtime_protocol", "__protocol_attrs__", "__init_subclass__"}


def _members(cls):
    found = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ not in ("Protocol", "Generic"):
            found.update(base.__dict__)
            found.update(getattr(base, "__annotations__", {}))
    return {name for name in found - _plain_names if not name.startswith("_abc_")}


class _ProtocolMeta(_abc_module.ABCMeta):
    def __instancecheck__(cls, instance):
        return cls._checks(type(instance), lambda name: hasattr(instance, name))

    def __subclasscheck__(cls, other):
        def defines(name):
            return any(name in base.__dict__ for base in other.__mro__)

        return cls._checks(other, defines)

    def _checks(cls, kind, has):
        if cls is Protocol or not cls.__dict__.get("_is_protocol", False):
            return super().__subclasscheck__(kind)
        if not getattr(cls, "_is_runtime_protocol", False):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        return super().__subclasscheck__(kind) or all(map(has, _members(cls)))


class Protocol(Generic, metaclass=_ProtocolMeta):
    __slots__ = ()
    _is_protocol = True

    def __init_subclass__(cls, *args, **keywords):
        super().__init_subclass__(*args, **keywords)
        cls._is_protocol = Protocol in cls.__bases__
        if cls._is_protocol and "__init__" not in cls.__dict__:
            cls.__init__ = _no_init


def _no_init(self, *args, **keywords):
    if type(self)._is_protocol:
        raise TypeError("Protocols cannot be instantiated")


def runtime_checkable(cls):
    if not getattr(cls, "_is_protocol", False):
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime_protocol = True
    return cls


class _NamedTupleMeta(type):
    def __new__(mcls, name, bases, namespace):
        if not bases:
            return super().__new__(mcls, name, bases, namespace)
        from collections import namedtuple

        annotations = {key: _as_type(value) for key, value in _own_annotations(namespace).items()}
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

        made = namedtuple(typename, [name for name, _ in fields])
        made.__annotations__ = {name: _as_type(hint) for name, hint in fields}
        return made


class NamedTuple(metaclass=_NamedTupleMeta):
    pass


def _own_annotations(namespace):
    annotations = namespace.get("__annotations__")
    if annotations is None:
        annotate = namespace.get("__annotate_func__") or namespace.get("__annotate__")
        annotations = annotate(1) if annotate else {}
    return annotations


class _TypedDictMeta(type):
    def __new__(mcls, name, bases, namespace, total=True):
        made = type.__new__(_TypedDictMeta, name, (dict,), namespace)
        annotations, required, optional = {}, set(), set()
        for base in bases:
            annotations.update(getattr(base, "__annotations__", {}))
            required |= getattr(base, "__required_keys__", frozenset())
            optional |= getattr(base, "__optional_keys__", frozenset())
        own = {key: _as_type(value) for key, value in _own_annotations(namespace).items()}
        annotations.update(own)
        for key, value in own.items():
            mark = getattr(getattr(value, "__origin__", None), "_name", None)
            (required if mark == "Required" or total and mark != "NotRequired" else optional).add(key)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        made.__total__ = total
        return made

    def __call__(cls, *args, **keywords):
        return dict(*args, **keywords)

    def __instancecheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")

    __subclasscheck__ = __instancecheck__


TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {"__module__": "typing"})


if _version >= (3, 10):

    class NewType:
        def __init__(self, name, tp):
            self.__name__ = self.__qualname__ = name
            self.__supertype__ = tp
            self.__module__ = _sys._getframe(1).f_globals.get("__name__", "__main__")

        def __call__(self, value):
            return value

        def __repr__(self):
            return f"{self.__module__}.{self.__qualname__}"

        def __or__(self, other):
            return Union[self, other]

        def __ror__(self, other):
            return Union[other, self]

else:

    def NewType(name, tp):
        def new_type(x):
            return x

        new_type.__name__ = name
        new_type.__supertype__ = tp
        return new_type


def cast(typ, value):
    return value


def overload(function):
    return _overload_dummy


def _overload_dummy(*args, **keywords):
    raise NotImplementedError(
        "You should not call an overloaded function. A series of @overload-decorated functions outside a stub module "
        "should always be followed by an implementation that is not @overload-ed."
    )


def final(function):
    if _version >= (3, 11):
        function.__final__ = True
    return function


def no_type_check(function):
    return function


def get_origin(tp):
    if isinstance(tp, _Alias):
        return getattr(globals().get(tp._name), "__origin__", tp.__origin__) if tp._name != "Annotated" else Annotated
    if isinstance(tp, _Special):
        return getattr(tp, "__origin__", None)
    if tp is Generic:
        return Generic
    return getattr(tp, "__origin__", None) if type(tp).__name__ == "GenericAlias" else None


def get_args(tp):
    if not isinstance(tp, _Alias) and type(tp).__name__ not in ("GenericAlias", "UnionType", "Union"):
        return ()
    args = tp.__args__
    if isinstance(tp, _Alias) and tp._name == "Annotated":
        return (tp.__origin__, *tp.__metadata__)
    if isinstance(tp, _Alias) and tp.__origin__ is _abc.Callable and args and args[0] is not ...:
        return (list(args[:-1]), args[-1])
    return args


def _evaluated(hint, global_names, local_names):
    """The hint with all that is named by strings looked up."""
    if hint is None:
        return type(None)
    if isinstance(hint, str):
        hint = ForwardRef(hint)
    if isinstance(hint, ForwardRef):
        return _evaluated(eval(hint.__forward_arg__, global_names, local_names), global_names, local_names)
    if isinstance(hint, _Union):
        return Union[tuple(_evaluated(arg, global_names, local_names) for arg in hint.__args__)]
    if isinstance(hint, _Alias) and hint._name not in ("Literal", "Annotated"):
        args = tuple(_evaluated(arg, global_names, local_names) for arg in hint.__args__)
        return hint if args == hint.__args__ else _Alias(hint.__origin__, args, hint._name)
    return hint


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    hints = {}
    if isinstance(obj, type):
        sources = [(base.__dict__.get("__annotations__") or getattr(base, "__annotations__", {}), base)
                   for base in reversed(obj.__mro__)]
        for annotations, base in sources:
            module = _sys.modules.get(base.__module__)
            names = globalns if globalns is not None else getattr(module, "__dict__", {})
            for name, hint in dict(annotations).items():
                hints[name] = _evaluated(hint, names, localns if localns is not None else dict(vars(base)))
        return hints if include_extras else {name: _plain_hint(hint) for name, hint in hints.items()}
    names = globalns
    if names is None:
        function = obj
        while hasattr(function, "__wrapped__"):
            function = function.__wrapped__
        names = getattr(function, "__globals__", None) or getattr(obj, "__dict__", {})
    defaults = _defaults(obj) if _version < (3, 11) else {}
    for name, hint in dict(getattr(obj, "__annotations__", {})).items():
        hint = _evaluated(hint, names, localns if localns is not None else names)
        hints[name] = Optional[hint] if name in defaults and defaults[name] is None else hint
    return hints if include_extras else {name: _plain_hint(hint) for name, hint in hints.items()}


def _plain_hint(hint):
    return hint.__origin__ if isinstance(hint, _Alias) and hint._name == "Annotated" else hint


def _defaults(function):
    code = getattr(function, "__code__", None)
    if code is None:
        return {}
    names = code.co_varnames[:code.co_argcount]
    values = function.__defaults__ or ()
    found = dict(zip(names[len(names) - len(values):], values))
    found.update(function.__kwdefaults__ or {})
    return found

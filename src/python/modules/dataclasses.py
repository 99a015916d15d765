import sys as _sys


class FrozenInstanceError(AttributeError):
    pass


class _Missing:
    def __repr__(self):
        return "<dataclasses._MISSING_TYPE object>"


MISSING = _Missing()
_FIELDS = "__dataclass_fields__"


class Field:
    __slots__ = "name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata", "kw_only"

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = metadata or {}
        self.kw_only = kw_only


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None,
          compare=True, metadata=None, kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def fields(class_or_instance):
    return tuple(getattr(class_or_instance, _FIELDS).values())


def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


def _collect(cls):
    found = {}
    for base in cls.__mro__[-1:0:-1]:
        found.update(base.__dict__.get(_FIELDS, {}))
    for name, annotation in _annotations(cls).items():
        if isinstance(annotation, str) and annotation.startswith(("ClassVar", "typing.ClassVar")):
            continue
        if repr(annotation) == "typing.ClassVar":
            continue
        value = cls.__dict__.get(name, MISSING)
        made = value if isinstance(value, Field) else field(default=value)
        if type(made.default) in (list, dict, set):
            raise ValueError(
                f"mutable default {type(made.default)} for field {name} is not allowed: "
                "use default_factory"
            )
        made.name = name
        made.type = annotation
        if isinstance(value, Field):
            if made.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, made.default)
        found[name] = made
    return found


def _annotations(cls):
    if "__annotations__" in cls.__dict__:
        return cls.__dict__["__annotations__"]
    if "__annotate__" in cls.__dict__ or "__annotate_func__" in cls.__dict__:
        return cls.__annotations__
    return {}


def _make_init(all_fields, frozen, has_post_init):
    names = {"_MISSING": MISSING, "_set": object.__setattr__}
    parameters = []
    body = []
    seen_default = None
    for f in all_fields:
        default = f.default is not MISSING or f.default_factory is not MISSING
        if f.init:
            if default:
                seen_default = f.name
                names["_d_" + f.name] = f.default
                shown = "_MISSING" if f.default is MISSING else "_d_" + f.name
                parameters.append(f"{f.name}={shown}")
            elif seen_default:
                raise TypeError(
                    f"non-default argument {f.name!r} follows default argument"
                    + (f" {seen_default!r}" if _sys.version_info >= (3, 12) else "")
                )
            else:
                parameters.append(f.name)
        value = f.name
        if f.default_factory is not MISSING:
            names["_f_" + f.name] = f.default_factory
            made = f"_f_{f.name}()"
            value = f"{made} if {f.name} is _MISSING else {f.name}" if f.init else made
        elif not f.init:
            if f.default is MISSING:
                continue
            names["_d_" + f.name] = f.default
            value = "_d_" + f.name
        if frozen:
            body.append(f"  _set(self, {f.name!r}, {value})")
        else:
            body.append(f"  self.{f.name} = {value}")
    if has_post_init:
        body.append("  self.__post_init__()")
    source = f"def __init__({', '.join(['self'] + parameters)}):\n" + "\n".join(body or ["  pass"])
    namespace = {}
    exec(source, names, namespace)
    return namespace["__init__"]


def _make_repr(shown):
    def __repr__(self):
        key = id(self)
        if key in _running:
            return "..."
        _running.add(key)
        try:
            parts = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
        finally:
            _running.discard(key)
        return f"{self.__class__.__qualname__}({parts})"

    return __repr__


_running = set()


def _make_comparison(name, compared, operator):
    def compare(self, other):
        if other.__class__ is not self.__class__:
            return NotImplemented
        mine = tuple(getattr(self, f) for f in compared)
        theirs = tuple(getattr(other, f) for f in compared)
        return operator(mine, theirs)

    compare.__name__ = name
    return compare


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, slots):
    found = _collect(cls)
    setattr(cls, _FIELDS, found)
    all_fields = list(found.values())
    own = cls.__dict__
    if init:
        made = _make_init(all_fields, frozen, hasattr(cls, "__post_init__"))
        made.__qualname__ = f"{cls.__qualname__}.__init__"
        cls.__init__ = made
    if repr and "__repr__" not in own:
        cls.__repr__ = _make_repr([f.name for f in all_fields if f.repr])
    compared = [f.name for f in all_fields if f.compare]
    has_hash = "__hash__" in own and own["__hash__"] is not None
    if eq and "__eq__" not in own:
        cls.__eq__ = _make_comparison("__eq__", compared, lambda a, b: a == b)
    if order:
        cls.__lt__ = _make_comparison("__lt__", compared, lambda a, b: a < b)
        cls.__le__ = _make_comparison("__le__", compared, lambda a, b: a <= b)
        cls.__gt__ = _make_comparison("__gt__", compared, lambda a, b: a > b)
        cls.__ge__ = _make_comparison("__ge__", compared, lambda a, b: a >= b)
    if unsafe_hash or (eq and frozen):
        if not has_hash or unsafe_hash:
            hashed = [f.name for f in all_fields if (f.compare if f.hash is None else f.hash)]
            cls.__hash__ = lambda self: hash(tuple(getattr(self, name) for name in hashed))
    elif eq and not has_hash:
        cls.__hash__ = None
    if frozen:
        def __setattr__(self, name, value):
            raise FrozenInstanceError(f"cannot assign to field {name!r}")

        def __delattr__(self, name):
            raise FrozenInstanceError(f"cannot delete field {name!r}")

        cls.__setattr__ = __setattr__
        cls.__delattr__ = __delattr__
    cls.__match_args__ = tuple(f.name for f in all_fields if f.init)
    if slots:
        namespace = dict(cls.__dict__)
        namespace["__slots__"] = tuple(f.name for f in all_fields)
        for name in namespace["__slots__"]:
            namespace.pop(name, None)
        namespace.pop("__dict__", None)
        namespace.pop("__weakref__", None)
        cls = type(cls)(cls.__name__, cls.__bases__, namespace)
    return cls


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False,
              frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, slots)

    return wrap if cls is None else wrap(cls)


def asdict(obj, *, dict_factory=dict):
    return dict_factory([(f.name, _plain(getattr(obj, f.name), asdict)) for f in fields(obj)])


def astuple(obj):
    return tuple(_plain(getattr(obj, f.name), astuple) for f in fields(obj))


def _plain(value, convert):
    if is_dataclass(value) and not isinstance(value, type):
        return convert(value)
    if isinstance(value, (list, tuple)):
        return type(value)(_plain(item, convert) for item in value)
    if isinstance(value, dict):
        return type(value)((_plain(k, convert), _plain(v, convert)) for k, v in value.items())
    return value


def replace(obj, /, **changes):
    for f in fields(obj):
        if f.init and f.name not in changes:
            changes[f.name] = getattr(obj, f.name)
    return obj.__class__(**changes)

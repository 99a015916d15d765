import copy as _copy
import sys as _sys

_version = _sys.version_info


class FrozenInstanceError(AttributeError):
    pass


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return "<factory>"


class _MISSING_TYPE:
    if _version >= (3, 15):

        def __repr__(self):
            return "MISSING"


class _KW_ONLY_TYPE:
    if _version >= (3, 15):

        def __repr__(self):
            return "KW_ONLY"


MISSING, _HAS_DEFAULT_FACTORY = _MISSING_TYPE(), _HAS_DEFAULT_FACTORY_CLASS()
if _version >= (3, 10):
    KW_ONLY = _KW_ONLY_TYPE()

_FIELDS = "__dataclass_fields__"
_PARAMS = "__dataclass_params__"
_POST_INIT_NAME = "__post_init__"
_mappingproxy = type(type.__dict__)
_NO_METADATA = _mappingproxy({})


class _FIELD_BASE:
    __slots__ = ("name",)

    def __repr__(self):
        return self.name


_FIELD, _FIELD_CLASSVAR, _FIELD_INITVAR = _FIELD_BASE(), _FIELD_BASE(), _FIELD_BASE()
_FIELD.name, _FIELD_CLASSVAR.name, _FIELD_INITVAR.name = "_FIELD", "_FIELD_CLASSVAR", "_FIELD_INITVAR"


class InitVar:
    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        name = self.type.__name__ if isinstance(self.type, type) else repr(self.type)
        return f"dataclasses.InitVar[{name}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    __slots__ = ("name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata",
                 "kw_only", "doc", "_field_type")

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only, doc=None):
        self.name = self.type = self._field_type = None
        self.default, self.default_factory = default, default_factory
        self.init, self.repr, self.hash, self.compare = init, repr, hash, compare
        self.metadata = _NO_METADATA if metadata is None else _mappingproxy(metadata)
        self.kw_only, self.doc = kw_only, doc

    def __repr__(self):
        names = ["name", "type", "default", "default_factory", "init", "repr", "hash", "compare", "metadata"]
        if _version >= (3, 10):
            names.append("kw_only")
        if _version >= (3, 14):
            names.append("doc")
        shown = "".join(f"{name}={getattr(self, name)!r}," for name in names)
        return f"Field({shown}_field_type={self._field_type})"

    def __set_name__(self, owner, name):
        func = getattr(type(self.default), "__set_name__", None)
        if func:
            func(self.default, owner, name)


class _DataclassParams:
    __slots__ = ("init", "repr", "eq", "order", "unsafe_hash", "frozen", "match_args", "kw_only", "slots", "weakref_slot")

    def __init__(self, *values):
        for name, value in zip(self.__slots__, values):
            setattr(self, name, value)

    def __repr__(self):
        names = self.__slots__ if _version >= (3, 12) else self.__slots__[:6]
        return f"_DataclassParams({','.join(f'{name}={getattr(self, name)!r}' for name in names)})"


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING, doc=None):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only, doc)


def fields(class_or_instance):
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple(f for f in found.values() if f._field_type is _FIELD)


def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


def _is_dataclass_instance(obj):
    return hasattr(type(obj), _FIELDS)


def _annotations(cls):
    if "__annotations__" in cls.__dict__:
        return cls.__dict__["__annotations__"]
    if "__annotate__" in cls.__dict__ or "__annotate_func__" in cls.__dict__:
        return cls.__annotations__
    return {}


def _is_special(annotation, module, name):
    """Whether an annotation, maybe written as a string, is that name of that module."""
    if not isinstance(annotation, str):
        return False
    head = annotation.split("[")[0].strip()
    return head == name or head == f"{module}.{name}"


def _is_classvar(annotation):
    typing = _sys.modules.get("typing")
    if typing is None:
        return False
    return annotation is typing.ClassVar or getattr(annotation, "__origin__", None) is typing.ClassVar \
        or _is_special(annotation, "typing", "ClassVar")


def _get_field(cls, name, annotation, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        made = default
    else:
        if isinstance(default, type(Field.name)):
            default = MISSING
        made = field(default=default)
    made.name = name
    made.type = annotation
    made._field_type = _FIELD
    if _is_classvar(annotation):
        made._field_type = _FIELD_CLASSVAR
    elif isinstance(annotation, InitVar) or annotation is InitVar or _is_special(annotation, "dataclasses", "InitVar"):
        made._field_type = _FIELD_INITVAR
    if made._field_type is not _FIELD and made.default_factory is not MISSING:
        raise TypeError(f"field {name} cannot have a default factory")
    if made._field_type is _FIELD_CLASSVAR:
        if made.kw_only is not MISSING:
            raise TypeError(f"field {name} is a ClassVar but specifies kw_only")
    elif made.kw_only is MISSING:
        made.kw_only = kw_only
    if made._field_type is _FIELD and _is_mutable(made.default):
        raise ValueError(
            f"mutable default {type(made.default)} for field {name} is not allowed: use default_factory"
        )
    return made


def _is_mutable(default):
    if _version >= (3, 11):
        return type(default).__hash__ is None
    return isinstance(default, (list, dict, set))


def _collect(cls, kw_only):
    found = {}
    any_frozen_base = has_bases = False
    all_frozen_bases = None
    for base in cls.__mro__[-1:0:-1]:
        inherited = getattr(base, _FIELDS, None)
        if inherited is None:
            continue
        has_bases = True
        found.update(inherited)
        frozen = getattr(base, _PARAMS).frozen
        any_frozen_base = any_frozen_base or frozen
        all_frozen_bases = frozen if all_frozen_bases is None else all_frozen_bases and frozen
    own = []
    annotations = _annotations(cls)
    for name, annotation in annotations.items():
        if isinstance(annotation, _KW_ONLY_TYPE) or _is_special(annotation, "dataclasses", "KW_ONLY"):
            kw_only = True
            continue
        own.append(_get_field(cls, name, annotation, kw_only))
    for made in own:
        found[made.name] = made
        if isinstance(getattr(cls, made.name, None), Field):
            if made.default is MISSING:
                delattr(cls, made.name)
            else:
                setattr(cls, made.name, made.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    return found, has_bases, any_frozen_base, all_frozen_bases


def _make_function(name, parameters, body, names, annotations=None):
    source = f"def {name}({', '.join(parameters)}):\n" + "\n".join("  " + line for line in body)
    namespace = {}
    exec(source, names, namespace)
    made = namespace[name]
    if annotations is not None:
        made.__annotations__ = annotations
    return made


def _parameter(f, names):
    if f.default is MISSING and f.default_factory is MISSING:
        return f.name
    names[f"__dataclass_dflt_{f.name}__"] = _HAS_DEFAULT_FACTORY if f.default is MISSING else f.default
    return f"{f.name}=__dataclass_dflt_{f.name}__"


def _assignment(f, frozen, slots, names):
    """The line of __init__ that sets a field, or none where the class's default serves."""
    value = f.name
    if f.default_factory is not MISSING:
        names[f"__dataclass_factory_{f.name}__"] = f.default_factory
        names["__dataclass_HAS_DEFAULT_FACTORY__"] = _HAS_DEFAULT_FACTORY
        value = f"__dataclass_factory_{f.name}__()"
        if f.init:
            value += f" if {f.name} is __dataclass_HAS_DEFAULT_FACTORY__ else {f.name}"
    elif not f.init:
        if not (slots and f.default is not MISSING):
            return None
        names[f"__dataclass_dflt_{f.name}__"] = f.default
        value = f"__dataclass_dflt_{f.name}__"
    if f._field_type is _FIELD_INITVAR:
        return None
    if frozen:
        names["__dataclass_builtins_object__"] = object
        return f"__dataclass_builtins_object__.__setattr__(self,{f.name!r},{value})"
    return f"self.{f.name}={value}"


def _init_function(all_fields, frozen, has_post_init, slots):
    std = [f for f in all_fields if f.init and not _is_kw_only(f)]
    keyword = [f for f in all_fields if f.init and _is_kw_only(f)]
    seen_default = None
    for f in std:
        if f.default is not MISSING or f.default_factory is not MISSING:
            seen_default = f
        elif seen_default is not None:
            tail = f" {seen_default.name!r}" if _version >= (3, 13) else ""
            raise TypeError(f"non-default argument {f.name!r} follows default argument{tail}")
    names = {}
    parameters = [_parameter(f, names) for f in std]
    if keyword:
        parameters += ["*"] + [_parameter(f, names) for f in keyword]
    body = [line for line in (_assignment(f, frozen, slots, names) for f in all_fields) if line]
    if has_post_init:
        given = ",".join(f.name for f in all_fields if f._field_type is _FIELD_INITVAR)
        body.append(f"self.{_POST_INIT_NAME}({given})")
    annotations = {f.name: f.type for f in std + keyword}
    annotations["return"] = None
    return _make_function("__init__", ["self"] + parameters, body or ["pass"], names, annotations)


def _is_kw_only(f):
    return f.kw_only is not MISSING and f.kw_only


def _repr_function(shown):
    template = ", ".join(f"{f.name}={{self.{f.name}!r}}" for f in shown)
    made = _make_function(
        "__repr__", ["self"], [f"return f\"{{self.__class__.__qualname__}}({template})\""], {}
    )
    made.__qualname__ = "__create_fn__.<locals>.__repr__"
    return _recursive_repr(made)


def _recursive_repr(user_function):
    running = set()

    def wrapper(self):
        key = id(self)
        if key in running:
            return "..."
        running.add(key)
        try:
            return user_function(self)
        finally:
            running.discard(key)

    wrapper.__name__ = "__repr__"
    wrapper.__wrapped__ = user_function
    return wrapper


def _tuple_text(object_name, compared):
    if not compared:
        return "()"
    return f"({','.join(f'{object_name}.{f.name}' for f in compared)},)"


def _eq_function(compared):
    if _version >= (3, 13):
        terms = [f"self.{f.name}==other.{f.name}" for f in compared]
        body = ["if self is other:", " return True", "if other.__class__ is self.__class__:",
                f" return {' and '.join(terms) or 'True'}", "return NotImplemented"]
    else:
        body = ["if other.__class__ is self.__class__:",
                f" return {_tuple_text('self', compared)}=={_tuple_text('other', compared)}", "return NotImplemented"]
    return _make_function("__eq__", ["self", "other"], body, {})


def _order_function(name, operator, compared):
    body = ["if other.__class__ is self.__class__:",
            f" return {_tuple_text('self', compared)}{operator}{_tuple_text('other', compared)}",
            "return NotImplemented"]
    return _make_function(name, ["self", "other"], body, {})


def _set_frozen(cls, own_fields):
    names = {f.name for f in own_fields}

    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    for function in (__setattr__, __delattr__):
        if _set_new(cls, function.__name__, function):
            raise TypeError(f"Cannot overwrite attribute {function.__name__} in class {cls.__name__}")


def _set_new(cls, name, value):
    """Binds the name, unless the class's own body did: then the answer is true."""
    if name in cls.__dict__:
        return True
    value.__qualname__ = f"{cls.__qualname__}.{value.__name__}"
    setattr(cls, name, value)
    return False


def _has_explicit_hash(cls):
    own = cls.__dict__.get("__hash__", MISSING)
    # That of a class with an __eq__ alone is None.
    return own is not MISSING and (own is not None or "__eq__" not in cls.__dict__)


def _set_hash(cls, is_explicit, unsafe_hash, eq, frozen, hashed):
    if unsafe_hash:
        if is_explicit:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
    elif not eq or is_explicit:
        return
    elif not frozen:
        cls.__hash__ = None
        return
    made = _make_function("__hash__", ["self"], [f"return hash({_tuple_text('self', hashed)})"], {})
    made.__qualname__ = f"{cls.__qualname__}.__hash__"
    cls.__hash__ = made


def _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    found, has_bases, any_frozen_base, all_frozen_bases = _collect(cls, kw_only)
    setattr(cls, _FIELDS, found)
    setattr(cls, _PARAMS, _DataclassParams(init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots,
                                           weakref_slot))
    if has_bases:
        if any_frozen_base and not frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if not all_frozen_bases and frozen:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    has_explicit_hash = _has_explicit_hash(cls)
    in_init = [f for f in found.values() if f._field_type in (_FIELD, _FIELD_INITVAR)]
    own_fields = [f for f in found.values() if f._field_type is _FIELD]
    if init:
        _set_new(cls, "__init__", _init_function(in_init, frozen, hasattr(cls, _POST_INIT_NAME), slots))
    if repr:
        _set_new(cls, "__repr__", _repr_function([f for f in own_fields if f.repr]))
    compared = [f for f in own_fields if f.compare]
    if eq:
        _set_new(cls, "__eq__", _eq_function(compared))
    if order:
        for name, operator in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
            if _set_new(cls, name, _order_function(name, operator, compared)):
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}. "
                                "Consider using functools.total_ordering")
    if frozen:
        _set_frozen(cls, own_fields)
    hashed = [f for f in own_fields if (f.compare if f.hash is None else f.hash)]
    _set_hash(cls, has_explicit_hash, unsafe_hash, eq, frozen, hashed)
    if not cls.__doc__:
        cls.__doc__ = cls.__name__ + _signature(in_init)
    if match_args and _version >= (3, 10) and "__match_args__" not in cls.__dict__:
        cls.__match_args__ = tuple(f.name for f in in_init if f.init and not _is_kw_only(f))
    if weakref_slot and not slots:
        raise TypeError("weakref_slot is True but slots is False")
    if slots:
        cls = _add_slots(cls, frozen, weakref_slot, own_fields)
    return cls


def _signature(in_init):
    parts = []
    std = [f for f in in_init if f.init and not _is_kw_only(f)]
    keyword = [f for f in in_init if f.init and _is_kw_only(f)]
    for f in std + keyword:
        text = f"{f.name}: {_annotation_text(f.type)}"
        if f.default is not MISSING:
            text += f" = {f.default!r}"
        elif f.default_factory is not MISSING:
            text += " = <factory>"
        parts.append(text)
    if keyword:
        parts.insert(len(std), "*")
    return f"({', '.join(parts)})"


def _annotation_text(annotation):
    if isinstance(annotation, type) and not hasattr(annotation, "__args__"):
        if annotation.__module__ == "builtins":
            return annotation.__qualname__
        return f"{annotation.__module__}.{annotation.__qualname__}"
    return repr(annotation).replace("typing.", "")


def _add_slots(cls, frozen, weakref_slot, own_fields):
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    namespace = dict(cls.__dict__)
    names = tuple(f.name for f in own_fields)
    inherited = set()
    for base in cls.__mro__[1:-1]:
        slots = base.__dict__.get("__slots__", ())
        inherited.update((slots,) if isinstance(slots, str) else slots)
    namespace["__slots__"] = tuple(
        name for name in names + (("__weakref__",) if weakref_slot else ()) if name not in inherited
    )
    for name in names:
        namespace.pop(name, None)
    namespace.pop("__dict__", None)
    namespace.pop("__weakref__", None)
    qualname = getattr(cls, "__qualname__", None)
    cls = type(cls)(cls.__name__, cls.__bases__, namespace)
    if qualname is not None:
        cls.__qualname__ = qualname
    if frozen:
        if "__getstate__" not in cls.__dict__:
            cls.__getstate__ = _dataclass_getstate
        if "__setstate__" not in cls.__dict__:
            cls.__setstate__ = _dataclass_setstate
    return cls


def _dataclass_getstate(self):
    return [getattr(self, f.name) for f in fields(self)]


def _dataclass_setstate(self, values):
    for f, value in zip(fields(self), values):
        object.__setattr__(self, f.name, value)


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    def wrap(cls):
        return _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots,
                              weakref_slot)

    return wrap if cls is None else wrap(cls)


def asdict(obj, *, dict_factory=dict):
    if not _is_dataclass_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _as_dict(obj, dict_factory)


def _as_dict(obj, dict_factory):
    if _is_dataclass_instance(obj):
        return dict_factory([(f.name, _as_dict(getattr(obj, f.name), dict_factory)) for f in fields(obj)])
    return _inside(obj, lambda value: _as_dict(value, dict_factory))


def astuple(obj, *, tuple_factory=tuple):
    if not _is_dataclass_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _as_tuple(obj, tuple_factory)


def _as_tuple(obj, tuple_factory):
    if _is_dataclass_instance(obj):
        return tuple_factory([_as_tuple(getattr(obj, f.name), tuple_factory) for f in fields(obj)])
    return _inside(obj, lambda value: _as_tuple(value, tuple_factory))


def _inside(obj, convert):
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return type(obj)(*[convert(value) for value in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)(convert(value) for value in obj)
    if isinstance(obj, dict):
        if hasattr(type(obj), "default_factory"):
            result = type(obj)(getattr(obj, "default_factory"))
            for key, value in obj.items():
                result[convert(key)] = convert(value)
            return result
        return type(obj)((convert(key), convert(value)) for key, value in obj.items())
    return _copy.deepcopy(obj)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
                   unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False,
                   module=None):
    namespace = {} if namespace is None else dict(namespace)
    seen, annotations, defaults = set(), {}, {}
    for item in fields:
        if isinstance(item, str):
            name, annotation = item, "typing.Any"
        elif len(item) == 2:
            name, annotation = item
        elif len(item) == 3:
            name, annotation, defaults[item[0]] = item
        else:
            raise TypeError(f"Invalid field: {item!r}")
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if name in seen:
            raise TypeError(f"Field name duplicated: {name!r}")
        seen.add(name)
        annotations[name] = annotation
    namespace.update(defaults)
    namespace["__annotations__"] = annotations
    if _version >= (3, 12):
        namespace["__module__"] = module or _sys._getframe(1).f_globals.get("__name__", "__main__")
    else:
        namespace["__module__"] = "types"
    cls = type(cls_name, bases, namespace)
    return dataclass(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
                     match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)


def replace(obj, /, **changes):
    if not _is_dataclass_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    refused = TypeError if _version >= (3, 13) else ValueError
    for name, f in getattr(obj, _FIELDS).items():
        if f._field_type is _FIELD_CLASSVAR or f.init and name in changes:
            continue
        if f.init:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise refused(f"InitVar {name!r} must be specified with replace()")
            changes[name] = getattr(obj, name)
        elif name in changes:
            raise refused(f"field {name} is declared with init=False, it cannot be specified with replace()")
    return obj.__class__(**changes)

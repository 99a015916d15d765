import sys as _sys

_NEW = _sys.version_info >= (3, 11)


class auto:
    value = None


def _is_descriptor(value):
    kinds = (property, staticmethod, classmethod, type(_is_descriptor))
    return isinstance(value, kinds) or hasattr(value, "__get__") or hasattr(value, "__set__")


class _Namespace(dict):
    def __init__(self):
        super().__init__()
        self._member_names = []

    def __setitem__(self, key, value):
        is_dunder = key.startswith("_") and key.endswith("_")
        if key in self._member_names:
            if _NEW:
                raise TypeError("%r already defined as %r" % (key, self[key]))
            raise TypeError("Attempted to reuse key: %r" % key)
        if not is_dunder and not _is_descriptor(value):
            if isinstance(value, auto):
                last = [self[name] for name in self._member_names]
                value = self.get("_generate_next_value_", _next_value)(key, 1, len(last), last)
            self._member_names.append(key)
        super().__setitem__(key, value)


def _next_value(name, start, count, last_values):
    return max(last_values) + 1 if last_values else start


class EnumMeta(type):
    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        namespace = _Namespace()
        for base in bases:
            if hasattr(base, "_generate_next_value_"):
                dict.__setitem__(namespace, "_generate_next_value_", base._generate_next_value_)
        return namespace

    def __new__(metacls, cls, bases, classdict, **kwds):
        # From 3.11 on type() fails for the want of a namespace's list of members before anybody looks at the bases.
        is_statement = hasattr(classdict, "_member_names")
        for base in bases:
            if isinstance(base, EnumMeta) and base._member_map_ and (is_statement or not _NEW):
                if not is_statement:
                    raise TypeError("Cannot extend enumerations")
                shown = "%r" % base if not _NEW else "<enum %r>" % base.__name__
                raise TypeError("%s cannot extend %s" % (cls, shown) if _NEW else "%s: cannot extend enumeration %r" % (cls, base.__name__))
        members = {name: classdict[name] for name in classdict._member_names}
        plain = {key: value for key, value in classdict.items() if key not in members}
        made = super().__new__(metacls, cls, bases, plain)
        made._member_names_, made._member_map_, made._value2member_map_ = [], {}, {}
        data = next((b for b in made.__mro__ if b in (int, str, float)), None)
        for name, value in members.items():
            for known in made._member_map_.values():
                if known._value_ == value:
                    member = known
                    break
            else:
                args = value if isinstance(value, tuple) else (value,)
                if data is not None:
                    member = data.__new__(made, *args)
                    member._value_ = data(*args) if not hasattr(member, "_value_") else member._value_
                elif "__new__" in plain:
                    member = made.__new__(made, *args)
                    if not hasattr(member, "_value_"):
                        member._value_ = value
                else:
                    member = object.__new__(made)
                    member._value_ = value
                member._name_ = name
                member.__objclass__ = made
                if made.__init__ is not object.__init__:
                    member.__init__(*args)
                made._member_names_.append(name)
                try:
                    made._value2member_map_[member._value_] = member
                except TypeError:
                    pass
            made._member_map_[name] = member
            type.__setattr__(made, name, member)
        if "Enum" in globals():
            made.__new__ = Enum.__new__
            for name in ("__repr__", "__str__", "__format__") if data is not None else ():
                if getattr(made, name) is getattr(data, name):
                    type.__setattr__(made, name, getattr(Enum, name))
        return made

    def __call__(cls, value, names=None, **kwds):
        if names is not None:
            namespace = EnumMeta.__prepare__(value, (cls,))
            if isinstance(names, str):
                names = names.replace(",", " ").split()
            for i, name in enumerate(names, 1):
                name, member = (name, i) if isinstance(name, str) else name
                namespace[name] = member
            return EnumMeta.__new__(EnumMeta, value, (cls,), namespace)
        return cls.__new__(cls, value)

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    def __contains__(cls, member):
        if isinstance(member, Enum):
            return isinstance(member, cls) and member._name_ in cls._member_map_
        return member in cls._value2member_map_

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __bool__(cls):
        return True

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            text = "cannot reassign member %r" if _NEW else "Cannot reassign members."
            raise AttributeError(text % name if _NEW else text)
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError("%r cannot delete member %r." % (cls.__name__, name) if _NEW
                                 else "%s: cannot delete Enum member." % cls.__name__)
        super().__delattr__(name)

    if _sys.version_info < (3, 12):
        def __getattr__(cls, name):
            raise AttributeError(name)

    @property
    def __members__(cls):
        return dict(cls._member_map_)

    def __repr__(cls):
        kind = "flag" if "Flag" in globals() and issubclass(cls, Flag) else "enum"
        return "<%s %r>" % (kind, cls.__name__)


if _NEW:
    EnumMeta.__name__ = EnumMeta.__qualname__ = "EnumType"
EnumType = EnumMeta


def _member_with(cls, value):
    try:
        return cls._value2member_map_.get(value)
    except TypeError:
        # What has no hash is not in the dict.
        return next((member for member in cls._member_map_.values() if member._value_ == value), None)


def _read_only(name):
    attribute = "_%s_" % name

    def refuse(verb):
        raise AttributeError("<enum 'Enum'> cannot %s attribute %r" % (verb, name) if _NEW else "can't %s attribute" % verb)

    return property(lambda member: getattr(member, attribute), lambda member, value: refuse("set"), lambda member: refuse("delete"))


class Enum(metaclass=EnumMeta):
    def __new__(cls, value):
        if type(value) is cls:
            return value
        found = _member_with(cls, value)
        if found is None:
            found = cls._missing_(value)
        if found is None:
            raise ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        return found

    @classmethod
    def _missing_(cls, value):
        return None

    name = _read_only("name")
    value = _read_only("value")

    def __repr__(self):
        return "<%s.%s: %r>" % (self.__class__.__name__, self._name_, self._value_)

    def __str__(self):
        return "%s.%s" % (self.__class__.__name__, self._name_)

    def __format__(self, spec):
        if not _NEW and type(self).__mro__[1] is IntEnum:
            return format(self._value_, spec)
        return format(str(self), spec)

    def __hash__(self):
        return hash(self._name_)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)


class IntEnum(int, Enum):
    if _NEW:
        def __str__(self):
            return int.__repr__(self)

        def __format__(self, spec):
            return format(int(self), spec)


class StrEnum(str, Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

    def __str__(self):
        return str.__str__(self)


if not _NEW:
    del StrEnum


class Flag(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return 1 << max(last_values).bit_length() if last_values else start

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        every, is_int = _all_bits(cls), issubclass(cls, int)
        if value < 0 and (_NEW or not is_int):
            value &= every
        if value & ~every and not is_int:
            raise ValueError(_stray_bits(cls, value, every))
        member = int.__new__(cls, value) if is_int else object.__new__(cls)
        member._value_ = value
        names = _names_of_bits(member)
        member._name_ = "|".join(names) if _NEW and names else None
        return cls._value2member_map_.setdefault(value, member)

    def _shown_name(self):
        """How it stands behind the class's name, with the dot."""
        if self._name_ is not None:
            return "." + self._name_
        return "" if _NEW else "." + ("|".join(_names_of_bits(self)) or str(self._value_))

    def __repr__(self):
        return "<%s%s: %r>" % (self.__class__.__name__, self._shown_name(), self._value_)

    def __str__(self):
        shown = self._shown_name()
        return self.__class__.__name__ + (shown or "(%r)" % self._value_)

    def _combined(self, other, combine):
        if isinstance(other, self.__class__) or isinstance(self, int) and isinstance(other, int):
            return self.__class__(combine(self._value_, getattr(other, "_value_", other)))
        return NotImplemented

    def __or__(self, other):
        return self._combined(other, lambda a, b: a | b)

    def __and__(self, other):
        return self._combined(other, lambda a, b: a & b)

    def __xor__(self, other):
        return self._combined(other, lambda a, b: a ^ b)

    def __invert__(self):
        if isinstance(self, int) and not _NEW:
            return self.__class__(~self._value_)
        return self.__class__(_all_bits(self.__class__) & ~self._value_)

    def __contains__(self, other):
        return other._value_ & self._value_ == other._value_

    def __bool__(self):
        return bool(self._value_)

    if _NEW:

        def __iter__(self):
            return (member for member in _bits(self.__class__) if member in self)

        def __len__(self):
            return bin(self._value_).count("1")


def _all_bits(cls):
    every = 0
    for member in cls._member_map_.values():
        every |= member._value_
    return every


def _bits(cls):
    """The members that stand for one bit."""
    return [cls._member_map_[name] for name in cls._member_names_ if bin(cls._member_map_[name]._value_).count("1") == 1]


def _names_of_bits(flag):
    """The names of the bits of a combination, and the number of those that have none; from the lowest on, or to it (3.10)."""
    bits = [member for member in _bits(flag.__class__) if member._value_ & flag._value_]
    rest = flag._value_
    for member in bits:
        rest &= ~member._value_
    names = [member._name_ for member in bits]
    if rest and (names or not _NEW):
        names.append(str(rest))
    return names if _NEW else names[::-1]


def _stray_bits(cls, value, every):
    if not _NEW:
        return "%r is not a valid %s" % (value, cls.__qualname__)
    width = max(value.bit_length(), every.bit_length())
    shown = ["0b0 " + bin(number)[2:].zfill(width) for number in (value, every)]
    return "%r invalid value %r\n    given %s\n  allowed %s" % (cls, value, *shown)


class IntFlag(int, Flag):
    if _NEW:
        __str__ = int.__repr__

    def __format__(self, spec):
        return format(int(self), spec)

    __ror__, __rand__, __rxor__ = Flag.__or__, Flag.__and__, Flag.__xor__
    __or__, __and__, __xor__, __invert__ = Flag.__or__, Flag.__and__, Flag.__xor__, Flag.__invert__


def unique(enumeration):
    duplicates = [
        (name, member.name) for name, member in enumeration.__members__.items() if name != member.name
    ]
    if duplicates:
        shown = ", ".join("%s -> %s" % pair for pair in duplicates)
        raise ValueError("duplicate values found in %r: %s" % (enumeration, shown))
    return enumeration

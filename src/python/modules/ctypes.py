import _gcscope


class _Simple:
    _at = None

    def __init__(self, value=0):
        self._value = value

    @classmethod
    def from_address(cls, address):
        made = cls()
        made._at = address
        return made

    @property
    def value(self):
        if self._at is None:
            return self._value
        return _gcscope.count_at(self._at)

    def __repr__(self):
        return f"{type(self).__name__}({self.value})"


class c_long(_Simple):
    pass


class c_ssize_t(_Simple):
    pass


class c_size_t(_Simple):
    pass


class c_ulong(_Simple):
    pass


class c_int(_Simple):
    pass


class c_uint(_Simple):
    pass


class c_int64(_Simple):
    pass


class c_uint64(_Simple):
    pass


class c_uint32(_Simple):
    pass


class c_int32(_Simple):
    pass


c_longlong = c_int64


class _PyObject:
    def __init__(self, address):
        self._address = address

    @property
    def value(self):
        return _gcscope.object_at(self._address)


class py_object:
    pass


def cast(address, kind):
    if kind is not py_object:
        raise NotImplementedError("gcscope's ctypes casts addresses to py_object only")
    return _PyObject(address)


def sizeof(kind):
    return 4 if kind in (c_int, c_uint, c_int32, c_uint32) else 8

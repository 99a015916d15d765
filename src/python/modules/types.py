import _gcscope
import sys as _sys


def _function():
    cell = 1

    def inner():
        return cell

    return inner


def _generator():
    yield


FunctionType = type(_function)
LambdaType = FunctionType
CodeType = type(_function.__code__)
MappingProxyType = type(type.__dict__)
CellType = type(_function().__closure__[0])
GeneratorType = type(_generator())
BuiltinFunctionType = type(len)
BuiltinMethodType = type([].append)
MethodDescriptorType = type(str.join)
WrapperDescriptorType = type(object.__init__)
GetSetDescriptorType = type(FunctionType.__dict__["__code__"]) if "__code__" in FunctionType.__dict__ else None
NoneType = type(None)
NotImplementedType = type(NotImplemented)
EllipsisType = type(...)
try:
    GenericAlias = type(list[int])
except TypeError:
    pass


# Kept: a class that is dropped is garbage for the program's first collection.
class _Slots:
    __slots__ = ("slot",)


MemberDescriptorType = type(_Slots.slot)

ModuleType = type(_sys)


def _comparing_dicts(compare):
    def method(self, other):
        if isinstance(self, SimpleNamespace) and isinstance(other, SimpleNamespace):
            return compare(self.__dict__, other.__dict__)
        return NotImplemented

    return method


class SimpleNamespace:
    __slots__ = ("__dict__",)

    def __init__(self, /, *args, **keywords):
        attributes = self.__dict__
        if args and _sys.version_info < (3, 13):
            raise TypeError("no positional arguments expected")
        if len(args) > 1:
            raise TypeError(f"{type(self).__name__} expected at most 1 argument, got {len(args)}")
        for mapping in args:
            given = dict(mapping)
            if not all(isinstance(name, str) for name in given):
                raise TypeError("keywords must be strings")
            attributes.update(given)
        attributes.update(keywords)

    def __repr__(self):
        name = "namespace" if type(self) is SimpleNamespace else type(self).__name__
        if not _gcscope.enter_repr(self):
            return f"{name}(...)"
        try:
            names = list(self.__dict__)
            if _sys.version_info < (3, 9):
                names.sort()
            shown = [f"{key}={self.__dict__[key]!r}" for key in names if isinstance(key, str) and key]
            return f"{name}({', '.join(shown)})"
        finally:
            _gcscope.leave_repr(self)

    def __eq__(self, other):
        if isinstance(self, SimpleNamespace) and isinstance(other, SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented

    if _sys.version_info < (3, 15):
        # A dict has no order: it is the dicts that the error names.
        __lt__ = _comparing_dicts(lambda mine, other: mine < other)
        __le__ = _comparing_dicts(lambda mine, other: mine <= other)
        __gt__ = _comparing_dicts(lambda mine, other: mine > other)
        __ge__ = _comparing_dicts(lambda mine, other: mine >= other)

    __hash__ = None

    if _sys.version_info >= (3, 13):

        def __replace__(self, /, **changes):
            return type(self)(self.__dict__, **changes)


_gcscope.as_native(SimpleNamespace, 24)


MethodType = type(SimpleNamespace().__repr__)

try:
    raise TypeError
except TypeError as _error:
    TracebackType = type(_error.__traceback__)
    FrameType = type(_error.__traceback__.tb_frame)


def new_class(name, bases=(), kwds=None, exec_body=None):
    namespace = {}
    if exec_body is not None:
        exec_body(namespace)
    return type(name, bases, namespace)

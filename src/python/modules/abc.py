def abstractmethod(function):
    function.__isabstractmethod__ = True
    return function


class ABCMeta(type):
    def __new__(mcls, name, bases, namespace, **keywords):
        cls = super().__new__(mcls, name, bases, namespace, **keywords)
        abstract = {
            key for key, value in namespace.items() if getattr(value, "__isabstractmethod__", False)
        }
        for base in bases:
            for key in getattr(base, "__abstractmethods__", ()):
                if getattr(getattr(cls, key, None), "__isabstractmethod__", False):
                    abstract.add(key)
        cls.__abstractmethods__ = frozenset(abstract)
        cls._abc_registered = []
        return cls

    def __call__(cls, *args, **keywords):
        missing = sorted(cls.__abstractmethods__)
        if missing:
            raise TypeError(_complaint(cls.__name__, missing))
        return super().__call__(*args, **keywords)

    def register(cls, subclass):
        cls._abc_registered.append(subclass)
        return subclass

    def __instancecheck__(cls, instance):
        return cls.__subclasscheck__(type(instance))

    def __subclasscheck__(cls, subclass):
        if cls in subclass.__mro__:
            return True
        for registered in cls._abc_registered:
            if issubclass(subclass, registered):
                return True
        return any(
            issubclass(subclass, derived) for derived in type.__subclasses__(cls) if derived is not cls
        )


def _complaint(name, missing):
    import sys

    many = "s" if len(missing) > 1 else ""
    if sys.version_info >= (3, 12):
        shown = ", ".join(f"'{method}'" for method in missing)
        return (
            f"Can't instantiate abstract class {name} without an implementation "
            f"for abstract method{many} {shown}"
        )
    if sys.version_info < (3, 9):
        many = "s"
    return f"Can't instantiate abstract class {name} with abstract method{many} {', '.join(missing)}"


class ABC(metaclass=ABCMeta):
    __slots__ = ()


class abstractproperty(property):
    __isabstractmethod__ = True


def get_cache_token():
    return 0

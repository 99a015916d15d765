# typing: what readers write in annotations, and what it looks like.
# needs: typing
import sys
import typing
from typing import (Any, Callable, ClassVar, Dict, Generic, Iterable, List, NamedTuple, Optional, Protocol, Set, Tuple, Type,
                    TypeVar, Union, cast, get_type_hints, overload)

print(List[int], Dict[str, List[int]], Optional[int], Union[int, str, None], Tuple[int, ...], Callable[[int], str])
print(Union[int], Union[int, int], Optional[None], Union[int, str] == Union[str, int], List[int] == List[int])
print(Any, List, Dict, ClassVar[int], Type[int], Set["Node"])
T = TypeVar("T")
K = TypeVar("K", bound=int)
V = TypeVar("V", int, str)
print(T, K.__bound__, V.__constraints__, T.__name__, TypeVar("C", covariant=True), List[T], List[T][int], Dict[T, T][str])


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: List[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)

    def pop(self) -> T:
        return self.items.pop()


s = Stack[int]()
s.push(1)
print(s.pop(), type(s).__name__, Stack[int], Stack.__parameters__, Stack[int].__origin__ is Stack, Stack[int].__args__, s.__orig_class__)
print(Stack.push.__annotations__, get_type_hints(Stack.push))
try:
    Stack[int, str]
except TypeError as e:
    print(e)
try:
    List[int]()
    isinstance([], List[int])
except TypeError as e:
    print(e)
print(isinstance([], List), isinstance({}, typing.Mapping), issubclass(list, typing.Sequence))


class Emp(NamedTuple):
    name: str
    id: int = 3


print(Emp("g"), Emp._fields, Emp.__annotations__, Emp._field_defaults)


class Closer(Protocol):
    def close(self) -> None: ...


@typing.runtime_checkable
class Sized2(Protocol):
    def __len__(self) -> int: ...


print(isinstance([], Sized2), isinstance(5, Sized2))
try:
    isinstance(5, Closer)
except TypeError as e:
    print(e)
try:
    Closer()
except TypeError as e:
    print(e)


def f(a: "int", b: Optional[str] = None, *args: int, c: List["Emp"], **kw: Any) -> "Emp":
    return cast(int, a)


print(f("x", c=[]), f.__annotations__, get_type_hints(f))
UserId = typing.NewType("UserId", int)
print(UserId(5), UserId.__name__, typing.TYPE_CHECKING, typing.NoReturn)
if sys.version_info >= (3, 8):
    from typing import Final, Literal, TypedDict, get_args, get_origin
    print(Literal["r", 1], Final[int], get_origin(Dict[str, int]), get_args(Dict[str, int]), get_origin(List), get_args(int))

    class Movie(TypedDict, total=False):
        name: str
        year: int
    m = Movie(name="x", year=1)
    print(m, type(m), Movie.__total__, sorted(Movie.__annotations__))
if sys.version_info >= (3, 9):
    print(list[int], dict[str, int], tuple[int, ...], type[int], list[int]().__class__, list[int].__origin__, list[T].__parameters__, list[T][int])
    from typing import Annotated
    print(Annotated[int, "meta"], Annotated[int, 1].__metadata__)
if sys.version_info >= (3, 10):
    print(int | str, int | None, (int | str).__args__, isinstance(3, int | str), list[int] | None, int | str == Union[int, str])
    print(get_type_hints(f), Optional[int] | str)
if sys.version_info >= (3, 11):
    print(typing.Self, typing.Never, typing.LiteralString)


@overload
def g(x: int) -> int: ...
@overload
def g(x: str) -> str: ...
def g(x):
    return x


print(g(3))
x: int = 5
y: List[int]
print(__annotations__ if sys.version_info < (3, 14) else {"x": int, "y": List[int]})

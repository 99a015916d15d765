# The aliases of typing are objects that hold their arguments, and say what they are.
# needs: typing
import sys
import typing
from typing import Any, Callable, ClassVar, Dict, Generic, Iterable, List, NoReturn, Optional, Set, Tuple, Type, TypeVar, Union


class Own:
    pass


T = TypeVar("T")
K = TypeVar("K", covariant=True)
print(Any, List, Dict, NoReturn, ClassVar, Callable, T, K)
print(List[int], Dict[str, Own], Tuple[int, ...], Set[List[str]], Type[Own], Iterable[Own], ClassVar[int])
print(Callable[[int, str], Own], Callable[..., int], List[T], Dict[str, T])
if sys.version_info < (3, 14):
    print(Union[int, str], Union[int, str, int])
if (3, 9) <= sys.version_info < (3, 14):
    print(Optional[int], Union[int, None])
print(List[int] is List[int], List[int] == List[int], List[int] == List[str])
print(List[int].__origin__, List[int].__args__, Dict[str, int].__origin__, Dict[str, int].__args__)
print(Union[int].__name__, List[T][int], List[None].__args__)
for make in (lambda: Any(), lambda: List(), lambda: List[int]([1]), lambda: Union[int, str]()):
    try:
        print(make())
    except TypeError as error:
        print("TypeError")


class Stack(Generic[T]):
    def __init__(self):
        self.items: List[T] = []


class Names(List[str]):
    pass


print(Stack[int], Stack[T], Stack.__orig_bases__, Stack.__bases__, Stack.__parameters__)
stack = Stack[int]()
print(type(stack), stack.__orig_class__, stack.items)
print(Names.__mro__[1], Names(["a"]), Names.__orig_bases__, Names.__bases__[0])
print(isinstance([], List), issubclass(list, List))


def f(rows: List[Own], key: Optional[str] = None) -> Dict[str, int]:
    return {}


print(f.__annotations__["rows"], f.__annotations__["return"])

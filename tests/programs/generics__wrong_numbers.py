# How many arguments a generic alias takes when it is subscripted again.
from typing import TypeVar

T = TypeVar("T")
K = TypeVar("K")


class Quiet:
    def __repr__(self):
        return "quiet"


class Loud:
    def __repr__(self):
        raise ValueError("asked")


for alias, given in [
    (list[T, Quiet()], (int, str)),
    (list[int], (str,)),
    (dict[T, K], (int,)),
    (list[T, Loud()], (int, str)),
    (list[int, Loud()], (str,)),
]:
    try:
        print(alias[given])
    except Exception as error:
        print(type(error).__name__, error)

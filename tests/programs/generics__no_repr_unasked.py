# Substituting type variables asks no argument for its repr.
from typing import TypeVar

T = TypeVar("T")


class Loud:
    def __repr__(self):
        raise ValueError("asked")


alias = list[T, Loud()]
print(alias[int].__args__[0])
try:
    alias[int, str]
except (TypeError, ValueError) as error:
    print(type(error).__name__)

# An abstract class cannot be instantiated.
# needs: abc
from abc import ABC, abstractmethod


class Shape(ABC):
    @abstractmethod
    def area(self):
        pass

    @abstractmethod
    def name(self):
        pass


class Square(Shape):
    def __init__(self, a):
        self.a = a

    def area(self):
        return self.a**2

    def name(self):
        return "square"


class Half(Shape):
    def area(self):
        return 1


print(Square(3).area(), isinstance(Square(1), Shape))
for kind in (Shape, Half):
    try:
        kind()
    except TypeError as e:
        print(e)

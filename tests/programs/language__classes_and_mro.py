# C3 linearization, super() along it and attribute lookup: three bases with a common one, and an order that cannot be had.
# needs: inheritance
class Shape:
    color = "none"

    def describe(self, depth):
        return f"{'.' * depth}shape"


class Filled(Shape):
    color = "red"

    def describe(self, depth):
        return f"{'.' * depth}filled {super().describe(depth + 1)}"


class Framed(Shape):
    width = 1

    def describe(self, depth):
        return f"{'.' * depth}framed {super().describe(depth + 1)}"


class Named(Shape):
    color = "blue"

    def describe(self, depth):
        return f"{'.' * depth}named {super().describe(depth + 1)}"


class Box(Framed, Named, Filled):
    def describe(self, depth=0):
        return "box " + super().describe(depth)


box = Box()
print(box.describe(), [base.__name__ for base in Box.__mro__])
print(box.color, box.width, Box.color is Named.color, "color" in vars(Box), super(Named, box).color)
print(issubclass(Box, Shape), isinstance(box, Filled), Box.__bases__ == (Framed, Named, Filled), Named.__base__ is Shape)
Shape.describe = lambda self, depth: "any shape"
del Named.color
print(box.describe(), box.color)
for bases in ((Shape, Box), (Filled, Filled), (Named, Box, Framed)):
    try:
        print(type("Wrong", bases, {}).__mro__)
    except TypeError as error:
        print(error)

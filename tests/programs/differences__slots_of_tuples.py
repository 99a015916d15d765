# From 3.15 on a class derived from tuple may have slots. gcscope refuses them in every version.
# needs: slots
try:
    class Point(tuple):
        __slots__ = ("label",)
    point = Point((1, 2))
    point.label = "origin"
    print(point, point.label)
except TypeError as error:
    print(error)

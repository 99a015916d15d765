# A function's constants hold what a tuple of defaults was made of, too, up to 3.11.
# needs: everything
import sys


def with_default():
    return lambda x=8.25: x


def with_two():
    def inner(x=8.25, y=(8.25, 9.5)):
        return x

    return inner


def without():
    return 8.25


value = without()
print(sys.getrefcount(value))
del with_default
print(sys.getrefcount(value))
del with_two
print(sys.getrefcount(value))

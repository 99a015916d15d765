# What descriptors called by name say to what is none of theirs; class methods of natives and of classes.
def f():
    pass


def attempt(function, *args, **keywords):
    try:
        return function(*args, **keywords)
    except (TypeError, AttributeError) as error:
        return type(error).__name__ + ": " + str(error)


p = property(lambda self: "got")
print(attempt(property.__get__, 1, 2))
print(attempt(type(f).__get__, 1, 2))
print(attempt(property.__set__, 1, 2, 3))
print(attempt(property.__delete__, 1, 2))
print(attempt(classmethod.__get__, f, 1))
print(attempt(staticmethod.__get__, p, 1))
print(attempt(property.__get__))
print(attempt(f.__get__, 1, owner=int))
print(attempt(p.__get__, 1))


class C:
    size = classmethod(len)
    made = classmethod(list)

    def __class_getitem__(cls, item):
        return item


print(type(C.__dict__["size"].__get__(C())).__name__, type(C.size).__name__, C.size.__self__ is C)
print(attempt(C.size), attempt(C.made))

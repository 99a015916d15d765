# Who refers to an object: names, containers, instances, closures.
# needs: closures
import gc


class Box:
    pass


target = ["target"]


def kinds():
    return sorted([type(x).__name__ for x in gc.get_referrers(target)])


print(kinds())
row = [target]
print(kinds())
box = Box()
box.t = target
print(kinds())
Box.t = target
print(kinds())


def outer(x):
    def inner():
        return x

    return inner


f = outer(target)
print(kinds())

# How deep the stack of a function gets: what is returned, and what except* compares, may not be pushed.


def nothing():
    pass


def one():
    return 1


def entered(x):
    with x:
        return 1


def looped(x):
    for i in x:
        return 2


def tried(x):
    try:
        one()
    except ValueError:
        return None


for f in (nothing, one, entered, looped, tried):
    print(f.__name__, f.__code__.co_stacksize)



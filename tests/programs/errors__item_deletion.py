# What does not let items be deleted says so in one of two ways.
# needs: everything


def f():
    pass


class P:
    pass


for o in (f, P(), P, 3, 2.5, (1,), "a", b"a", None, print, range(3), {1}, frozenset(), {}.keys(), object()):
    for key in (0, slice(2), "a", True):
        for action in ("del o[key]", "o[key] = 1"):
            try:
                exec(action)
            except TypeError as error:
                print(error)

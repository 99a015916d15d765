# Three errors, each while the former was handled.
def a():
    return [][0]


def b():
    try:
        a()
    except IndexError:
        return {}["k"]


try:
    b()
except KeyError:
    1 + ""

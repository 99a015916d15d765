# A deleted local is unbound: its own error, with its own text.
def f():
    x = 1
    del x
    print(x)


try:
    f()
except NameError as error:
    print(type(error).__name__, error)


def g():
    del y
    y = 1


g()

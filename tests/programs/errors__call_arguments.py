# Wrong numbers of arguments, as functions and as methods.
def f(a, b):
    pass


class C:
    def __init__(self, x):
        pass

    def m(self):
        pass


c = C(1)


def check(n):
    try:
        if n == 0:
            f(1)
        if n == 1:
            f(1, 2, 3)
        if n == 2:
            f()
        if n == 3:
            c.m(1)
        if n == 4:
            C()
        if n == 5:
            C(1, 2)
        if n == 6:
            f(1, 2, c=3)
        if n == 7:
            f(1, a=2)
        if n == 8:
            len()
        if n == 9:
            len(1, 2)
    except TypeError as error:
        print(error)


for n in range(10):
    check(n)

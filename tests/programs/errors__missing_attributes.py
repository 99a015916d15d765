# Attribute errors by kind of object.
import gc


class C:
    x = 1


def f():
    pass


def check(n):
    try:
        if n == 0:
            C().y
        if n == 1:
            C.y
        if n == 2:
            f.y
        if n == 3:
            gc.y
        if n == 4:
            (1).y
        if n == 5:
            [].push(1)
        if n == 6:
            (1).x = 2
        if n == 7:
            [].x = 2
        if n == 8:
            del C().y
        if n == 9:
            del C.y
        if n == 10:
            None.x = 1
        if n == 11:
            del C().x
    except AttributeError as error:
        print(error)


for n in range(12):
    check(n)

# A function's annotations are part of it; from 3.14 they are made when asked for.
# needs: annotations
import gc

gc.collect()


def f(x: list) -> dict:
    y: int = 1
    return y


f.me = f
del f
print(gc.collect())


class A:
    x: int
    y: list = None


del A
print(gc.collect())

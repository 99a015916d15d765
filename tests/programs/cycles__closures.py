# Closures, their cells and their functions.
# needs: closures, lambda
import gc

gc.collect()


def one():
    def f():
        return f


def two():
    def f():
        return g

    def g():
        return f


def three():
    row = []
    row.append(lambda: row)


def four():
    x = [1]

    def f():
        return x

    return f()


for make in [one, two, three, four]:
    make()
    print(gc.collect())

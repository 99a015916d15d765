# A recursive inner function refers to itself through a cell.
# needs: closures
import gc


def outer():
    def inner(n):
        if n > 0:
            return inner(n - 1)
        return 0

    return inner(3)


gc.collect()
print(outer())
print(gc.collect())

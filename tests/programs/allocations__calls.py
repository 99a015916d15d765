# Calls of functions allocate frames up to 3.10, and keep them.
# needs: exact allocation counts
import gc

gc.disable()


def f(n):
    return n


def deep(n):
    if n == 0:
        return gc.get_count()[0]
    return deep(n - 1)


f(1)
deep(60)
gc.collect()
before = gc.get_count()[0]
for i in range(200):
    f(i)
print((gc.get_count()[0] - before + 5) // 10)
before = gc.get_count()[0]
print((deep(50) - before + 5) // 10)

# The frames of a deep recursion are objects only where the version makes them.
# needs: exact allocation counts
import gc

gc.disable()


def fresh(n):
    if n == 0:
        return gc.get_count()[0]
    return fresh(n - 1)


gc.collect()
before = gc.get_count()[0]
during = fresh(300)
after = gc.get_count()[0]
print((during - before + 10) // 100, (after - before + 10) // 100)

# A ring of n lists is n unreachable objects.
import gc


def ring(n):
    first = []
    last = first
    for i in range(n - 1):
        last = [last]
    first.append(last)


gc.collect()
for n in [1, 2, 3, 10, 1000]:
    ring(n)
    print(n, gc.collect())

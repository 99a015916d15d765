# How much the youngest count grows by one statement of each kind.
# needs: exact allocation counts
import gc

gc.disable()


class A:
    def m(self):
        pass


def f():
    pass


def g(x):
    return [x]


a = A()
a.x = 1
d = {"k": 1}
row = [1, 2, 3]
keep = []
warm = [[] for i in range(100)]
gc.collect()


def measure(n):
    before = gc.get_count()[0]
    if n == 0:
        keep.append([])
    if n == 1:
        keep.append(())
    if n == 2:
        keep.append((n,))
    if n == 3:
        keep.append({})
    if n == 4:
        keep.append({n})
    if n == 5:
        keep.append(A())
    if n == 6:
        keep.append(a.m)
    if n == 7:
        f()
    if n == 8:
        keep.append(g(n))
    if n == 9:
        keep.append(row[:])
    if n == 10:
        keep.append(range(n))
    if n == 11:
        keep.append(f"{n}")
    if n == 12:
        keep.append(1.5 * n)
    if n == 13:
        keep.append(row + row)
    if n == 14:
        keep.append(d.copy())
    if n == 15:
        for x in row:
            pass
    return gc.get_count()[0] - before


base = measure(-1)
base = measure(-1)
for n in range(16):
    print(n, measure(n) - base)

# What objects print as.
# needs: builtins, inheritance, generators, closures
class A:
    def m(self):
        pass


def f():
    def g():
        pass

    return g


def gen():
    yield


a = A()
for x in (a, A, a.m, A.m, f, f(), gen(), len, [].append, iter([]), iter({}), super(A, a), object(), slice(1, 2), {}.items(), type, map(len, []), zip(), (x for x in []), lambda: 0, NotImplemented, property(), f().__code__.co_name):
    print(x)
row = [1]
row.append(row)
d = {"d": row}
d["me"] = d
print(row, d, (row,))

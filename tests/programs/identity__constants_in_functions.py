# Equal constants of all functions of one unit are one object.
def f():
    return "good", "very good", 1000, (1, 2), 1.5


def g():
    return "good", "very good", 1000, (1, 2), 1.5


a = f()
b = g()
for i in range(5):
    print(a[i], a[i] is b[i], f()[i] is a[i])

# Positional-only, keyword-only, defaults, *args and **kwargs.
# needs: varargs, defaults
def f(a, b=2, /, c=3, *args, d, e=5, **kw):
    return a, b, c, args, d, e, kw


print(f(1, d=4))
print(f(1, 2, 3, 4, 5, d=6, z=7))
print(f(*[1, 2], **{"d": 1, "x": 2}))
print(f(*"ab", *(1,), d=0, **{}))
for call in ("f()", "f(1)", "f(1, a=2, d=1)", "f(1, b=2, d=1)", "f(1, d=1, d=2)"):
    try:
        print(eval(call))
    except (TypeError, SyntaxError) as e:
        print(e)


def g(x, y):
    pass


for args, kw in (((1,), {}), ((1, 2, 3), {}), ((), {"x": 1, "z": 2}), ((1,), {"x": 1})):
    try:
        g(*args, **kw)
    except TypeError as e:
        print(e)

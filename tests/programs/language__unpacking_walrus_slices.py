# Unpacking of every kind, the walrus, slices, chained comparisons, comprehensions' scopes.
# needs: unpacking, walrus
import sys

a, b = b, a = 1, 2
print(a, b)
first, *rest = range(5)
*init, last = "abc"
h, *m, t = [1, 2]
(p, q), [r, *s] = (1, 2), "xyz"
print(first, rest, init, last, h, m, t, p, q, r, s)
for i, (j, *k) in enumerate([(1, 2, 3), "ab"]):
    print(i, j, k)
print([*range(3), *"ab"], (*[1], 2), {*[1, 2], 2}, {**{"a": 1}, "b": 2, **{"a": 3}}, *[1, 2], *{"k": 1})


def f(*args, **kwargs):
    return args, kwargs


print(f(*[1, 2], 3, *"a", k=1, **{"z": 2}), f(**{}), f(*()))
for bad in ("a, b = 1, 2, 3", "a, b = [1]", "a, *b, c = [1]", "a, b = 5", "a, b = {}", "f(**{1: 2})", "f(*5)", "f(**5)", "f(a=1, **{'a': 2})", "[*5]", "{**5}", "x = [1, 2]; x[5] = 1", "x = (1,); x[0] = 2",
            "x = [1]; x['a']", "del undefined", "{}['a']", "[].pop()", "{}.popitem()", "[1].remove(5)", "[].index(1)", "'abc'[1:2:0]", "x = [1, 2, 3]; x[::2] = [1]", "1()", "None.x", "None[0]", "len(5)", "iter(5)",
            "next(iter([]))", "for x in 5: pass", "1 < 'a'", "[] < {}", "sorted([1, 'a'])", "max([])", "sum(['a'])", "range(1.5)", "int('z', 36) and int('9', 8)", "1 / 0", "1 % 0", "1.0 // 0", "0 ** -1", "1 << -1",
            "hash([])", "{[]: 1}", "{[1]}", "isinstance(1, 5)", "issubclass(1, int)", "getattr(1, 'zz')", "setattr(1, 'a', 2)", "object().x = 1", "f.x.y", "import zzz", "from sys import zzz", "raise 5", "raise", "assert 0, 'msg'", "assert []",
            "abs('a')", "-'a'", "~1.5", "not_defined", "print(foo=1)", "f(1)(2)", "type('a', 1, {})", "super().x", "zip([1], 5)", "list(map(5, [1]))", "dict([1])", "dict([(1, 2, 3)])", "set(5)", "x = {}; x += 1", "[] += 1 if 0 else 1" if False else "1 in 5", "bytes('a')", "bytes([256])", "chr(1114112)", "open('none.txt')", "reversed({1})", "round('a')", "pow(2, -1, 4)", "divmod(1, 0)", "int('')", "float('')", "[1, 2, 3].sort(5)", "x = 5; x.real = 3", "class A(int, str): pass", "class B(5): pass", "class C(bool): pass", "lambda: (yield)", "@5\ndef f(): pass"):
    try:
        exec(bad)
        print(bad, "ok")
    except SyntaxError as e:
        print(bad, "->", "SyntaxError", e.msg)
    except BaseException as e:
        print(bad, "->", type(e).__name__, e)
if (n := len("walrus")) > 3:
    print(n)
print([y := 1, y ** 2], [z for x in range(5) if (z := x * x) > 3], z)
data = iter([1, 2, 0, 3])
while chunk := next(data):
    print("chunk", chunk)
l = list(range(10))
print(l[2:5], l[::3], l[::-2], l[-3:], l[:-8], l[100:], l[5:2], l[slice(1, 3)])
l[2:5] = "ab"
del l[::3]
l[1:1] = [None]
print(l, l[:] is l, slice(1, 10, 2).indices(5), slice(None) == slice(None, None, None))
print(1 < 2 < 3, 1 < 3 > 2, 1 == 1.0 == True, 3 in [3] == True, not 1 == 2, None or 0 or "" or [], 1 and 2 and 0, [] and 1)
x = "outer"
print([x for x in "ab"], x, {k: v for k, v in zip("ab", (1, 2))}, {c for c in "aab" if c == "a"}, [i + j for i in "ab" for j in "cd" if j != "d"], [[c for c in r] for r in ("ab", "c")])


class Scope:
    n = 2
    l = [n for _ in range(2)] if False else [i for i in range(n)]
    try:
        bad = [n for _ in range(1)]
    except NameError as e:
        bad = str(e)


print(Scope.l, Scope.bad)
i = 5
i += 1; i -= 2; i *= 3; i //= 2; i **= 2; i %= 7; i <<= 2; i |= 1; i ^= 3; i &= 6; i >>= 1
print(i, True + True, ~5, -7 >> 1, 5 & 3, 5 | 3, 5 ^ 3, +True, 3 if i else 4)
x = y = []
x.append(1); y += [2]; x = x + [3]
print(x, y)
for n in range(3):
    if n == 5: break
else:
    print("else of for")
while True:
    break
else:
    print("never")
def outer():
    v = 1
    def inner():
        nonlocal v
        v += 1
        global made
        made = v
        return v
    return inner(), v
print(outer(), made, (lambda *a, k=1, **kw: (a, k, kw))(1, 2, k=3, z=4))
def posonly(a, b=2, /, c=3, *, d, e=5): return a, b, c, d, e
for call in ("posonly(1, d=4)", "posonly(1, 2, c=9, d=4)", "posonly(a=1, d=4)", "posonly(1, b=1, d=1)", "posonly(1)", "posonly(1, 2, 3, 4, d=1)", "posonly(1, d=1, z=1)", "posonly(d=1)", "outer(1)", "f.__call__(1)", "print.__self__", "posonly(1, 2, 3, 4, 5)", "(lambda: 0)(1)", "(lambda x, y: 0)()", "(lambda *, k, j: 0)()"):
    try:
        print(call, eval(call))
    except (TypeError, AttributeError) as e:
        print(call, "->", e)

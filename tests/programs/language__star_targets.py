# Unpacking with a star, nested and in for loops.
# needs: star expressions
a, *b = 1, 2, 3
*c, d = "xyz"
(e, *f), g = [1, 2, 3], 4
print(a, b, c, d, e, f, g)
for h, *i in [(1, 2, 3), (4,)]:
    print(h, i)
print([*b, *c], (*b,), {*b}, {**{"k": 1}, "l": 2})
[j, k] = k2, l2 = 1, 2
print(j, k, k2, l2)
x = [0, 1]
m = 0
m, x[m] = 1, 5
print(m, x)

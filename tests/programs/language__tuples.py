# Tuples compare, unpack and nest.
t = (1, "a", [2])
print(t, t[1:], t + (3,), t * 2, len(t), (1,), (), 1 in t, t.index("a"), t.count(1))
t[2].append(3)
print(t, (1, 2) < (1, 2, 0), (2,) > (1, 9))
try:
    t[0] = 2
except TypeError as error:
    print(error)
try:
    t[2] += [4]
except TypeError as error:
    print(error)
print(t)

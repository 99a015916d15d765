# Tutorial 2, block 8: a ring of two lists, and no output, line by line.
a = []
b = [a]
a.append(b)

del a
del b

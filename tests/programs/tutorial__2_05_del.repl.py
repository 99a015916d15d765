# Tutorial 2, block 5: a list and its del, which print nothing, line by line.
a = [1, 2, 3]
del a

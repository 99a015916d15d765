# Tutorial 2, block 3, part 4 without the indentation: two lists, line by line.
# False
a = []
b = []
print(a is b)

# Tutorial 2, block 3, part 4 without the indentation: two lists.
# False
a = []
b = []
print(a is b)

# Tutorial 2, block 3, part 1 without the indentation: small integers, line by line.
# True
a = 1
b = 1
print(a is b)

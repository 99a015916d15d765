# Tutorial 2, block 3, part 2 without the indentation: a short string.
# True
a = "good"
b = "good"
print(a is b)

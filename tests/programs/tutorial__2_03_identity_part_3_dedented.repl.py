# Tutorial 2, block 3, part 3 without the indentation: a string with blanks, line by line.
# False
a = "very good morning"
b = "very good morning"
print(a is b)

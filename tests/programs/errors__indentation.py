# An indented first line is an IndentationError.
 a = 1
print(a)

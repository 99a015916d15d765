# The print statement of Python 2.
# needs: syntax error texts
a = []
print a

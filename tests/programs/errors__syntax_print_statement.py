# The print statement of Python 2.
a = []
print a

# Dictionaries can be joined with | since 3.9.
a = {"x": 1, "y": 2}
b = {"y": 3, "z": 4}
try:
    print(a | b)
    a |= b
    print(a)
except TypeError as error:
    print(error)

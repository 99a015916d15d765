# A mutable default value lives as long as the function and grows.
# needs: defaults
import sys


def add(x, row=[]):
    row.append(x)
    return row


print(add(1), add(2))
print(add(1) is add(2), len(add(3)))
print(add.__defaults__)

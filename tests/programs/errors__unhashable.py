# An unhashable key; 3.14 says for what it was meant.
row = [1]
try:
    table = {row: 1}
except TypeError as error:
    print(error)
try:
    bag = {row}
except TypeError as error:
    print(error)
try:
    table = {}
    table[row] = 1
except TypeError as error:
    print(error)
try:
    print(row in {1})
except TypeError as error:
    print(error)
try:
    print({(1, row): 2})
except TypeError as error:
    print(error)
print({}.get({}))

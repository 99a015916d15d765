# The usual way to meet a NoneType: a method that returns nothing.
row = [3, 1, 2]
result = row.sort()
print(row, result)
result.append(4)

# A closing bracket without its opening one.
print(1))
